"""Deciding eligibility by the council's nation and the day's rule (R-EL-01)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import EligibilityDecision
from whatmatters.outcomes.services.living import check_living
from whatmatters.places.queries import council
from whatmatters.policy.queries import Eligibility, eligibility
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.eligibility import eligible
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words_or_none


@dataclass(frozen=True, slots=True)
class EligibilityGiven:
    """What cannot be achieved without help: the letters of the nation's rule."""

    person_id: int
    on: date
    met: frozenset[str]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision, and the rule it was made by ("wales:2016-04-06")."""

    id: int
    rule: str
    eligible: bool


@transaction.atomic
def decide_eligibility(
    *, by: Actor, at: datetime, decisions: Sequence[EligibilityGiven]
) -> list[Decided]:
    """Decide by the rule in force on each day, in the order given.

    Raises NothingInForce, UnknownEligibilityOutcome, DayNotReached, PersonHasDied.
    """
    check_living(by.council_id, [(d.person_id, must_be_reached(d.on, at)) for d in decisions])
    place = council(by.council_id)
    if place is None:
        raise Absent(what="council", id=by.council_id)
    made = [_row(by, at, given, eligibility(place.nation, given.on)) for given in decisions]
    rows = EligibilityDecision.objects.bulk_create(made)
    events = [
        Audited("eligibility.decided", "eligibility_decision", row.pk, row.person_id, row.rule)
        for row in rows
    ]
    audit_many(by=by, at=at, events=events)
    return [Decided(row.pk, row.rule, row.eligible) for row in rows]


def _row(
    by: Actor, at: datetime, given: EligibilityGiven, rule: Eligibility
) -> EligibilityDecision:
    known = [outcome.ref for outcome in rule.outcomes]
    return EligibilityDecision(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=given.person_id,
        on=given.on,
        rule=f"{rule.nation}:{rule.starts.isoformat()}",
        met=sorted(given.met),
        eligible=eligible(given.met, known=known, needed=rule.outcomes_needed),
        reason=words_or_none("reason", given.reason),
    )
