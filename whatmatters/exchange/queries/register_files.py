"""The regulator's files as they come: the care directory, and location records as one table.

Both are the Care Quality Commission's, under the Open Government Licence v3.0. Names of managers,
telephone numbers and street addresses are not read: a small agency's may be somebody's home.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import TextIOWrapper
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries.cells import as_date, cleaned
from whatmatters.exchange.queries.file_opening import opened
from whatmatters.exchange.queries.file_rows import read_rows
from whatmatters.exchange.queries.problems import FileRefused, Wrong

HOME_CARE = "Homecare agencies"
TITLE_LINES = 10
DATED = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}")
NO_REGISTER = _("the regulator’s care directory, or its location records with their headings")

# Our part -> the heading of the care directory, and of the location records.
DIRECTORY = {
    "location_id": "cqc location id (for office use only)",
    "provider_id": "cqc provider id (for office use only)",
    "name": "name",
    "provider_name": "provider name",
    "address": "address",
    "postcode": "postcode",
    "services": "service types",
    "specialisms": "specialisms/services",
    "authority": "local authority",
}
LOCATIONS = {
    "location_id": "location_id",
    "provider_id": "provider_id",
    "name": "name",
    "town": "town",
    "postcode": "postcode",
    "services": "service_types",
    "specialisms": "specialisms",
    "authority": "local_authority",
    "registered_on": "registration_date",
    "deregistered_on": "deregistration_date",
    "dormant": "dormancy",
    "rating": "overall_rating",
    "rated_on": "rating_report_date",
}


@dataclass(frozen=True, slots=True)
class Published:
    """One location as published. `row` is its number in the file."""

    row: int
    location_id: str
    provider_id: str
    name: str
    provider_name: str
    town: str
    postcode: str
    authority: str
    services: tuple[str, ...]
    specialisms: tuple[str, ...]
    registered_on: date | None
    deregistered_on: date | None
    dormant: bool
    rating: str
    rated_on: date | None

    @property
    def newest(self) -> date | None:
        """The newest day that the row itself tells of."""
        days = [self.registered_on, self.deregistered_on, self.rated_on]
        return max((day for day in days if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A file of the regulator: the day in its title, where it has one, and its locations."""

    titled_on: date | None
    rows: Iterator[Published]


def read_register(file: BinaryIO) -> RegisterFile:
    """Read a file as it comes. Raises FileRefused, with the row, while the rows are read too."""
    text = opened(file)
    rows = enumerate(read_rows(text), start=1)
    titles: list[str] = []
    for number, row in rows:
        places = _places(row)
        if places:
            return RegisterFile(_dated(" ".join(titles)), _published(rows, places, text))
        titles += row
        if number >= TITLE_LINES:
            break
    raise FileRefused(1, NO_REGISTER)


def _places(row: Sequence[str]) -> dict[str, int]:
    held = {cleaned(heading).casefold(): place for place, heading in enumerate(row)}
    for wanted in (DIRECTORY, LOCATIONS):
        if set(wanted.values()) <= held.keys():
            return {part: held[heading] for part, heading in wanted.items()}
    return {}


def _dated(title: str) -> date | None:
    found = DATED.search(title)
    return as_date(found[0]) if found else None


def _published(
    rows: Iterator[tuple[int, list[str]]], places: Mapping[str, int], text: TextIOWrapper
) -> Iterator[Published]:
    for number, row in rows:
        said = {
            part: cleaned(row[place]) if place < len(row) else "" for part, place in places.items()
        }
        if said["location_id"]:
            yield _one(number, said)
    text.detach()  # the file is its owner's to close


def _one(number: int, said: Mapping[str, str]) -> Published:
    return Published(
        row=number,
        location_id=said["location_id"],
        provider_id=said["provider_id"],
        name=said["name"][:200],
        provider_name=said.get("provider_name", "")[:200],
        town=(said.get("town") or said.get("address", "").split(",")[-1].strip())[:120],
        postcode=said["postcode"].upper()[:8],
        authority=said["authority"],
        services=_parts(said["services"]),
        specialisms=_parts(said["specialisms"]),
        registered_on=_day(number, said.get("registered_on", "")),
        deregistered_on=_day(number, said.get("deregistered_on", "")),
        dormant=said.get("dormant", "") == "Y",
        rating=said.get("rating", "")[:40],
        rated_on=_day(number, said.get("rated_on", "")),
    )


def _day(number: int, text: str) -> date | None:
    try:
        return as_date(text) if text else None
    except Wrong as wrong:
        raise FileRefused(number, wrong.expected, text) from wrong


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())
