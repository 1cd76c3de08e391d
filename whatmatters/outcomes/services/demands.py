"""What people ask for, in their own words (R-VM-02)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit, audit_many
from whatmatters.outcomes.models import Demand
from whatmatters.outcomes.services.living import check_living
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.outcomes import DemandKind
from whatmatters.rules.people import Language
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words


@dataclass(frozen=True, slots=True)
class NewDemand:
    """What somebody asked for, in their own words (R-VM-02)."""

    on: date
    words: str
    language: Language
    person_id: int | None = None
    kind: DemandKind = DemandKind.UNSURE


@transaction.atomic
def log_demands(*, by: Actor, at: datetime, demands: Sequence[NewDemand]) -> list[int]:
    """Keep what was asked for; ids in the order given."""
    known = [(d.person_id, d.on) for d in demands if d.person_id is not None]
    check_living(by.council_id, known)
    rows = Demand.objects.bulk_create(
        Demand(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            person_id=given.person_id,
            on=must_be_reached(given.on, at),
            words=words("words", given.words),
            language=given.language,
            kind=given.kind,
        )
        for given in demands
    )
    events = [Audited("demand.logged", "demand", row.pk, row.person_id) for row in rows]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in rows]


@transaction.atomic
def judge_demand(*, by: Actor, at: datetime, demand_id: int, kind: DemandKind) -> None:
    """Say whether what was asked for is value or failure demand."""
    if not Demand.objects.of(by.council_id).filter(pk=demand_id).update(kind=kind):
        raise Absent(what="demand", id=demand_id)
    audit(
        by=by,
        at=at,
        action="demand.judged",
        subject="demand",
        subject_id=demand_id,
        why=str(kind),
    )
