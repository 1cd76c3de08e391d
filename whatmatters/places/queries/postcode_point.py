"""A postcode as a point."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PostcodePoint:
    """The point of a postcode (never a house). `ward_code` where the file gave it."""

    postcode: str
    latitude: Decimal
    longitude: Decimal
    lsoa_code: str
    ward_code: str | None
