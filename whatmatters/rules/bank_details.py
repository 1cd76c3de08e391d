"""A sort code and an account number as they are typed, kept and shown. Format only.

The modulus check of a sort code and number needs tables that are not ours to ship: it is not done.
"""

import re
import unicodedata
from enum import StrEnum

from whatmatters.rules.bank_refusals import (
    NameNotWritable,
    NotAnAccountNumber,
    NotAServiceUser,
    NotASortCode,
    NotATelephone,
)
from whatmatters.rules.refusals import Refusal

SORT_CODE = re.compile(r"\d{6}")
ACCOUNT = re.compile(r"\d{8}")
SERVICE_USER = re.compile(r"\d{6}")
SHOWN_DIGITS = 3
NAME_LENGTH = 70
# Digits enough for a telephone that can be rung from outside.
LEAST_DIGITS = 7


class NumberFrom(StrEnum):
    """Where the number that was rung came from: never from the request itself."""

    ON_RECORD = "on_record"
    FOUND = "found"


def sort_code(typed: str) -> str:
    """Six figures from "12-34-56", "12 34 56" or "123456". Raises NotASortCode."""
    return _figures(typed, SORT_CODE, NotASortCode)


def account_number(typed: str) -> str:
    """Eight figures. A shorter number is written with noughts in front, by whoever types it."""
    return _figures(typed, ACCOUNT, NotAnAccountNumber)


def service_user(typed: str) -> str:
    """Six figures, or "" where none is given. Raises NotAServiceUser."""
    return _figures(typed, SERVICE_USER, NotAServiceUser) if typed.strip() else ""


def telephone(typed: str) -> str:
    """The number that was rung, as it was typed. Raises NotATelephone."""
    kept = typed.strip()
    digits = sum(sign.isascii() and sign.isdigit() for sign in kept)
    if digits < LEAST_DIGITS or not re.fullmatch(r"[0-9+() -]+", kept):
        raise NotATelephone()
    return kept


def account_name(typed: str) -> str:
    """The name of the account. Raises NameNotWritable where nothing of it can be in a file."""
    kept = " ".join(unicodedata.normalize("NFC", typed).split())[:NAME_LENGTH]
    if not bank_text(kept):
        raise NameNotWritable()
    return kept


def masked(number: str) -> str:
    """All but the last figures hidden: "12345678" is "•••••678"."""
    return "•" * (len(number) - SHOWN_DIGITS) + number[-SHOWN_DIGITS:]


def dashed(code: str) -> str:
    """A sort code as it is printed: "12-34-56"."""
    return "-".join(code[i : i + 2] for i in range(0, len(code), 2))


def bank_text(text: str) -> str:
    """The text in the signs that Bacs takes: capitals, figures, . & / - and space.

    Accents go ("Tŷ" is "TY"); another sign becomes a space. It begins with a letter or a figure,
    so that no spreadsheet takes it for a formula.
    """
    plain = unicodedata.normalize("NFKD", text.upper())
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    kept = " ".join(re.sub(r"[^A-Z0-9.&/ -]", " ", kept.replace("’", "").replace("'", "")).split())
    return kept.lstrip(".&/- ")


def _figures(typed: str, pattern: "re.Pattern[str]", refusal: type[Refusal]) -> str:
    kept = re.sub(r"[\s-]", "", typed)
    if not kept.isascii() or not pattern.fullmatch(kept) or not kept.strip("0"):
        raise refusal()
    return kept
