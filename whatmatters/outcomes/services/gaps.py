"""What was missing: gaps that a plan found (R-WI-16), needs that nothing matched (R-AV-01)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import Gap
from whatmatters.outcomes.services.events import people_of_council
from whatmatters.outcomes.services.in_force import versions_of_council
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.words import name


@dataclass(frozen=True, slots=True)
class GapNoted:
    """A local thing that a plan needed and the area does not have, in one line."""

    version_id: int
    on: date
    what: str


@transaction.atomic
def note_gaps(*, by: Actor, at: datetime, gaps: Sequence[GapNoted]) -> tuple[int, ...]:
    """Note gaps of the ward where each plan's person lives; their ids in order.

    Raises WordsMissing, DayNotReached, Absent.
    """
    versions = versions_of_council(by, (gap.version_id for gap in gaps))
    wards = people_of_council(by, {version.plan.person_id for version in versions.values()})
    rows = [
        Gap(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            version_id=gap.version_id,
            ward_id=wards[versions[gap.version_id].plan.person_id],
            on=must_be_reached(gap.on, at),
            what=name("what", gap.what),
        )
        for gap in gaps
    ]
    made = Gap.objects.bulk_create(rows)
    events = [
        Audited("gap.noted", "gap", row.pk, versions[row.version_id].plan.person_id) for row in made
    ]
    audit_many(by=by, at=at, events=events)
    return tuple(row.pk for row in made)
