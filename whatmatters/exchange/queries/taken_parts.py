"""The contexts that call their own tables and columns, in a file that is taken out."""

from whatmatters.exchange.queries import (
    blocked_words,
    charged_words,
    direct_words,
    episode_words,
    funded_words,
    limit_words,
    principle_words,
    result_words,
    shift_words,
    switch_words,
    visit_words,
)

PARTS = (
    *(charged_words, blocked_words, direct_words, episode_words, funded_words),
    *(limit_words, principle_words, result_words, shift_words, switch_words, visit_words),
)
