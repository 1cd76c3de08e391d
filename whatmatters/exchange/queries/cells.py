"""What a cell says, with the habits of spreadsheets undone or named. Pure: no file, no database."""

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries.months import MONTHS
from whatmatters.exchange.queries.problems import Words, Wrong
from whatmatters.rules.references import plain

ID_LENGTH = 60
UNSEEN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\ufeff": None})
SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?[eE][+]?\d+")
# A formula, or a call of another program that some spreadsheets run. "- washing" is none.
FORMULA = re.compile(r"[=@]|[+\-]\s?[A-Za-z]+\d*\(|[+\-][^ ].*\|.*!")
FAULT = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)|#{4,}")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: 00:00(?::00)?)?")
NAMED = re.compile(r"(\d{1,2})[- ]([^\W\d_]+)[- ](\d{4}|\d{2})")
MONEY = re.compile(r"£?\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,4})?")
WHOLE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?")
YES = frozenset({"true", "yes", "y", "1", "ydy", "ydw", "oes", "ie", "gwir"})
NO = frozenset({"false", "no", "n", "0", "", "nac ydy", "nac ydw", "nac oes", "na", "anwir"})

FORMULA_EXPECTED = _("a value, not a formula: copy the cells and paste them as values")
FAULT_EXPECTED = _("a value: the spreadsheet shows an error or a row of # here")
DATE_EXPECTED = _("a day, such as 2026-11-22 or 22/11/2026")
BIRTH_EXPECTED = _("a day with four figures for the year: with two, nobody can tell the century")
ID_EXPECTED = _("your own id for this, on one line, at most 60 characters")
SCIENTIFIC_EXPECTED = _(
    "the id in full: the spreadsheet has shortened it. Format the column as text"
)
MONEY_EXPECTED = _("an amount in pounds, such as 1240.50 or £1,240.50")
HOURS_EXPECTED = _("a number, such as 12 or 12.5")
WHOLE_EXPECTED = _("a whole number")
YES_EXPECTED = _("yes or no")


def cleaned(text: str) -> str:
    """A cell without the blanks around it; blanks that do not break are plain ones."""
    if text.isascii():
        return text.strip()
    return unicodedata.normalize("NFC", text.translate(UNSEEN)).strip()


def must_be_value(text: str) -> None:
    """Refuse a formula, or the error of one."""
    if FORMULA.match(text):
        raise Wrong(FORMULA_EXPECTED)
    if FAULT.fullmatch(text):
        raise Wrong(FAULT_EXPECTED)


def as_id(text: str) -> str:
    """An id as the council writes it."""
    straight = plain(text)
    if SCIENTIFIC.fullmatch(straight):
        raise Wrong(SCIENTIFIC_EXPECTED)
    if len(straight) > ID_LENGTH or "\n" in text:
        raise Wrong(ID_EXPECTED)
    return straight


def as_date(text: str) -> date:
    """A day; two figures of a year are of this century, as nothing here was agreed before it."""
    return _date(text, DATE_EXPECTED, centuries=True)


def as_birth(text: str) -> date:
    """A day of birth: its year has four figures."""
    return _date(text, BIRTH_EXPECTED, centuries=False)


def _date(text: str, expected: Words, *, centuries: bool) -> date:
    found = _parts(text)
    if found is None:
        raise Wrong(DATE_EXPECTED)
    year, month, day = found
    if year < 100:
        if not centuries:
            raise Wrong(expected)
        year += 2000
    try:
        return date(year, month, day)
    except ValueError as impossible:
        raise Wrong(DATE_EXPECTED) from impossible


def _parts(text: str) -> tuple[int, int, int] | None:
    if match := ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := SLASHED.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    if match := NAMED.fullmatch(text):
        month = MONTHS.get(match[2].casefold())
        return None if month is None else (int(match[3]), month, int(match[1]))
    return None


def as_money(text: str) -> Decimal:
    """Pounds, to a hundredth of a penny at the finest."""
    return _decimal(MONEY, text, MONEY_EXPECTED)


def as_pence(text: str) -> int:
    """Pounds and pence as whole pence."""
    pence = as_money(text) * 100
    if pence != int(pence):
        raise Wrong(MONEY_EXPECTED)
    return int(pence)


def as_hours(text: str) -> Decimal:
    """A number that may have a fraction."""
    return _decimal(MONEY, text.removeprefix("£"), HOURS_EXPECTED)


def _decimal(pattern: re.Pattern[str], text: str, expected: Words) -> Decimal:
    if not pattern.fullmatch(text):
        raise Wrong(expected)
    try:
        return Decimal(text.lstrip("£ ").replace(",", ""))
    except InvalidOperation as odd:
        raise Wrong(expected) from odd


def as_whole(text: str) -> int:
    """A whole number, from 0."""
    match = WHOLE.fullmatch(text)
    if not match or len(match[1]) > 9:
        raise Wrong(WHOLE_EXPECTED)
    return int(match[1].replace(",", ""))


def as_yes(text: str) -> bool:
    """TRUE or FALSE, yes or no, in either language."""
    folded = text.casefold()
    if folded in YES:
        return True
    if folded in NO:
        return False
    raise Wrong(YES_EXPECTED)
