"""What is wrong with words that somebody gave."""

from whatmatters.rules.refusals import Refusal


class WordsMissing(Refusal):
    """Nothing was written where words are needed: WordsMissing(field=)."""

    code = "words_missing"


class WordsTooLong(Refusal):
    """More was written than is kept: WordsTooLong(field=, longest=)."""

    code = "words_too_long"


class WordsUnreadable(Refusal):
    """Signs that nobody can see or that turn the line round: WordsUnreadable(field=)."""

    code = "words_unreadable"
