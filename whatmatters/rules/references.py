"""A reference by which somebody else calls a thing of theirs: one form, however it was typed."""

import unicodedata

# A word processor bends what a keyboard types straight; a spreadsheet may add a mark unseen.
STRAIGHT = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\ufeff": None}
)


def plain(text: str) -> str:
    """As it is kept and shown: straight quotation marks, single blanks, one Unicode form.

    >>> plain(" Nia\u2019s  team ")
    "Nia's team"
    """
    return " ".join(unicodedata.normalize("NFC", text.translate(STRAIGHT)).split())


def key(text: str) -> str:
    """What two references share that are the same: small and capital letters do not tell apart.

    >>> key("A1") == key("a1")
    True
    """
    return plain(text).casefold()
