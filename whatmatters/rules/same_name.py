"""Whether two rows of a list may tell of one person, by their names alone.

Stricter than what is asked when one person is registered: of thousands, a word in common and a
birthday in common are common.
"""

from collections.abc import Sequence
from functools import lru_cache

from whatmatters.rules.names import PARTICLES, like_words, name_keys, name_words

PAIR = 2
# A county's names come back again and again; what a file of nonsense holds must not stay.
WORDS_KEPT = 8192
_forms = lru_cache(WORDS_KEPT)(like_words)
_keys = lru_cache(WORDS_KEPT)(name_keys)


def said_words(name: str) -> tuple[str, ...]:
    """The words of a name that are compared: folded, without particles."""
    return tuple(word for word in name_words(name) if word not in PARTICLES)


def may_be_one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether every word (`said_words`) of the shorter name is alike to a word of the other.

    Alike as where somebody is registered: but for accents, doubled letters and mutations, or by
    the form in the other language. A name of one word is compared with such names alone.

    >>> may_be_one_name(said_words("Ifan Hughes"), said_words("Evan Huws"))
    True
    >>> may_be_one_name(["mair", "rees"], ["mair", "elen", "rees"])
    True
    >>> may_be_one_name(["mair", "rees"], ["mair", "jones"])
    False
    >>> may_be_one_name(["mair"], ["mair", "jones"])
    False
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if not short or (len(short) < PAIR <= len(long)):
        return False
    return all(any(_alike(word, held) for held in long) for word in short)


def _alike(word: str, held: str) -> bool:
    return any(not forms.isdisjoint(_keys(held)) for forms in _forms(word))
