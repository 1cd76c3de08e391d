"""Opening a file as text, or saying by name why it is none. Nothing is guessed.

A file in Windows-1252 is refused and not read: it cannot hold ŵ or ŷ, so that a spreadsheet has
put a question mark into every Welsh name before we see it.
"""

import io
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries.problems import FileRefused

HEAD = 65_536
UTF_8 = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
CONTROLS = frozenset(range(0x20)) - {0x09, 0x0A, 0x0D, 0x0C, 0x1A}

EMPTY = _("a file with a line of headings: this one is empty")
WORKBOOK = _("a CSV file: this is a workbook. Save it as “CSV UTF-8 (comma delimited)”")
BINARY = _("a CSV file of text: this one holds signs that no text has")
NOT_UTF_8 = _("a file in UTF-8: save it again as “CSV UTF-8 (comma delimited)”")


def opened(file: BinaryIO) -> io.TextIOWrapper:
    """The file as text, from its beginning. Raises FileRefused with what was expected."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if not head.strip():
        raise FileRefused(0, EMPTY)
    if head.startswith(WORKBOOKS):
        raise FileRefused(0, WORKBOOK)
    if head.startswith(UTF_16):
        return io.TextIOWrapper(file, encoding="utf-16", newline="")
    if CONTROLS & set(head):
        raise FileRefused(0, BINARY)
    encoding = "utf-8-sig" if head.startswith(UTF_8) else "utf-8"
    # Bytes that are no UTF-8 pass as marks, so that the row that holds them can be named.
    return io.TextIOWrapper(file, encoding=encoding, errors="surrogateescape", newline="")
