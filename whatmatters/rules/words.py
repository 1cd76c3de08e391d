"""Words that somebody gave: kept as they are, so long as they can be read by everybody.

Nothing here looks for markup: pages escape all words, so "<script>" is only what somebody said.
"""

import unicodedata

from whatmatters.rules.word_refusals import WordsMissing, WordsTooLong, WordsUnreadable

NAME_LENGTH = 200
WORDS_LENGTH = 20_000

# Marks that turn the reading order round, so that a name could look like another.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
BLANK = frozenset({"Cf", "Zs", "Zl", "Zp"})
ALLOWED_CONTROLS = frozenset("\n\r\t")


def words(field: str, text: str, *, longest: int = WORDS_LENGTH) -> str:
    """Words that must be there, without the space around them, in one Unicode form (NFC).

    Raises WordsMissing, WordsTooLong or WordsUnreadable, each with `field`.
    """
    kept = words_or_none(field, text, longest=longest)
    if not kept:
        raise WordsMissing(field=field)
    return kept


def words_or_none(field: str, text: str, *, longest: int = WORDS_LENGTH) -> str:
    """Words that may be left out ("")."""
    kept = unicodedata.normalize("NFC", text).strip()
    if all(unicodedata.category(sign) in BLANK for sign in kept):
        return ""
    if len(kept) > longest:
        raise WordsTooLong(field=field, longest=longest)
    if any(_unreadable(sign) for sign in kept):
        raise WordsUnreadable(field=field)
    return kept


def name(field: str, text: str) -> str:
    """A name of one line, up to 200 characters, spaces made single."""
    return words(field, " ".join(text.split()), longest=NAME_LENGTH)


def name_or_none(field: str, text: str) -> str:
    """A name that may be left out ("")."""
    return words_or_none(field, " ".join(text.split()), longest=NAME_LENGTH)


def _unreadable(sign: str) -> bool:
    if sign in TURNING:
        return True
    return unicodedata.category(sign) in {"Cc", "Cs"} and sign not in ALLOWED_CONTROLS
