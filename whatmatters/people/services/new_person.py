"""Somebody to be registered."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from whatmatters.rules.people import Language
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Origin

POSTCODE_LENGTH = 8


class BornLater(Refusal):
    """A day of birth that lies ahead: BornLater(born=)."""

    code = "born_later"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Who is registered. The point and the postcode are kept for distances and never shown."""

    full_name: str
    known_as: str
    born: date
    language: Language
    lsoa_id: int
    ward_id: int
    postcode: str
    latitude: Decimal
    longitude: Decimal
    patch_id: int | None = None
    disabled: bool = False
    origin: Origin = Origin.REAL
