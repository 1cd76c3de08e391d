"""Taking in the regulator's register of home-care services of one council's area.

It may be taken into a demonstration too: it tells of no person, and nothing points at its rows.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, BinaryIO

from django.db import transaction

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.access.services import audit
from whatmatters.exchange.models import RegisteredService
from whatmatters.exchange.queries.register_files import HOME_CARE, Published, read_register
from whatmatters.exchange.services.gate import ImportNotAllowed
from whatmatters.places.queries import council
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Role


class RegisterOlder(Refusal):
    """What is here was published later than this file: (here=, given=)."""

    code = "register_older"

    def __init__(self, *, here: date, given: date) -> None:
        super().__init__(here=here, given=given)
        self.here = here
        self.given = given


class RegisterOfNobody(Refusal):
    """The file has no home-care service of this council's area: (rows=)."""

    code = "register_of_nobody"


@dataclass(frozen=True, slots=True)
class RegisterTaken:
    """How many rows the file has, and how many of this area's services are new, changed, same."""

    rows: int
    new: int
    changed: int
    same: int
    published_on: date


@transaction.atomic
def take_register(
    *, by: Actor, at: datetime, file: BinaryIO, name: str, published_on: date | None = None
) -> RegisterTaken:
    """Take in the services of the council's own area; the others are passed over.

    The day of publication is the one given, else the one of the file's title, else the newest day
    that any row tells of. Raises ImportNotAllowed, RegisterOlder, RegisterOfNobody, FileRefused.
    """
    if Role.SYSTEM not in by.roles and not may_in_council(by, Action.IMPORT_RECORDS):
        raise ImportNotAllowed()
    digest = _digest(file)
    register = read_register(file)
    rows, newest, ours = _of_area(by.council_id, register.rows)
    if not ours:
        raise RegisterOfNobody(rows=rows)
    day = published_on or register.titled_on or newest or at.date()
    held = {row.location_id: row for row in RegisteredService.objects.of(by.council_id)}
    latest = max((row.published_on for row in held.values()), default=day)
    if latest > day:
        raise RegisterOlder(here=latest, given=day)
    source = {"published_on": day, "source": name[-200:], "sha256": digest}
    return _write(by, at, rows, ours, held, source)


def _of_area(
    council_id: int, found: Iterable[Published]
) -> tuple[int, date | None, list[Published]]:
    """All rows counted, the newest day told, and the home-care services of the area."""
    facts = council(council_id)
    area = facts.name_en.casefold() if facts else ""
    rows, newest, ours = 0, None, []
    for one in found:
        rows += 1
        newest = max((day for day in (newest, one.newest) if day), default=None)
        if HOME_CARE in one.services and one.authority.casefold() == area:
            ours.append(one)
    return rows, newest, ours


def _write(
    by: Actor,
    at: datetime,
    rows: int,
    ours: Iterable[Published],
    held: dict[str, RegisteredService],
    source: dict[str, Any],
) -> RegisterTaken:
    new = changed = same = 0
    for one in ours:
        facts = _facts(one)
        row = held.get(one.location_id)
        if row is None:
            new += 1
            row = RegisteredService(council_id=by.council_id, location_id=one.location_id)
        elif all(getattr(row, part) == value for part, value in facts.items()):
            same += 1
            if row.published_on == source["published_on"]:
                continue
        else:
            changed += 1
        for part, value in {**facts, **source, "by_id": by.user_id, "at": at}.items():
            setattr(row, part, value)
        row.save()
    if new or changed:
        audit(by=by, at=at, action="imported", subject="register")
    return RegisterTaken(rows, new, changed, same, source["published_on"])


def _facts(one: Published) -> dict[str, Any]:
    return {
        "provider_id": one.provider_id,
        "name": one.name,
        "provider_name": one.provider_name,
        "town": one.town,
        "postcode": one.postcode,
        "registered_on": one.registered_on,
        "deregistered_on": one.deregistered_on,
        "dormant": one.dormant,
        "specialisms": "|".join(one.specialisms),
        "rating": one.rating,
        "rated_on": one.rated_on,
    }


def _digest(file: BinaryIO) -> str:
    file.seek(0)
    found = hashlib.sha256()
    while block := file.read(1 << 16):
        found.update(block)
    return found.hexdigest()
