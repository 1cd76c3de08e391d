"""What is due with each person of a list, for one of the three, in one query."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from whatmatters.outcomes.models import ExceptionRaised, OutcomeAnswer, PlanAnswer, PlanVersion
from whatmatters.outcomes.queries.due_person import DueFacts, DueKind
from whatmatters.outcomes.queries.static import static_plans
from whatmatters.policy.reviews import expiring_days
from whatmatters.rules.lifecycles import ExceptionState, PlanState
from whatmatters.rules.outcomes import Party


def due_with(
    council_id: int,
    people: "Iterable[int] | QuerySet[Any, Any]",
    party: Party,
    *,
    on: date,
    provider_id: int | None = None,
) -> dict[int, DueFacts]:
    """The most pressing thing of each person, in the order of what is most pressing."""
    rows = PlanVersion.objects.of(council_id).filter(
        plan__person_id__in=people, state__in=[PlanState.PROPOSED, PlanState.AGREED]
    )
    if provider_id is not None:
        rows = rows.filter(plan__provider_id=provider_id)
    found = [due for row in _told(rows, party, on) if (due := _due(row, on)) is not None]
    if party is Party.COUNCIL:
        found += _unchanged(council_id, people, on)
    order = list(DueKind)
    by_person: dict[int, DueFacts] = {}
    for due in sorted(found, key=lambda due: (order.index(due.kind), due.on, due.person_id)):
        by_person.setdefault(due.person_id, due)
    return by_person


def _unchanged(
    council_id: int, people: "Iterable[int] | QuerySet[Any, Any]", on: date
) -> list[DueFacts]:
    """Plans that nobody has changed for long: those who work for the council are asked why."""
    newest = {plan.person_id: plan for plan in static_plans(council_id, on=on, people=people)}
    return [
        DueFacts(plan.person_id, plan.version_id, None, DueKind.UNCHANGED, plan.unchanged_since)
        for plan in newest.values()
    ]


def _told(rows: Any, party: Party, on: date) -> Any:
    """Versions with something due, and what each party has done about them."""
    this = OuterRef("pk")
    soon = on + timedelta(days=expiring_days())
    return (
        rows.annotate(
            plan_answered=Exists(PlanAnswer.objects.filter(version=this, party=party)),
            judged_by_party=Exists(
                OutcomeAnswer.objects.filter(judgement__version=this, party=party)
            ),
            has_exception=Exists(
                ExceptionRaised.objects.filter(version=this, state=ExceptionState.RAISED)
            ),
        )
        .filter(
            Q(state=PlanState.PROPOSED)
            | Q(ends__lte=soon)
            | Q(judgement__isnull=False)
            | Q(has_exception=True)
        )
        .values(
            "id",
            "plan__person_id",
            "state",
            "ends",
            "judgement__id",
            "judgement__until",
            "plan_answered",
            "judged_by_party",
            "has_exception",
        )
    )


def _due(row: dict[str, Any], on: date) -> DueFacts | None:
    kind, when = _kind(row, on)
    if kind is None:
        return None
    return DueFacts(row["plan__person_id"], row["id"], row["judgement__id"], kind, when)


def _kind(row: dict[str, Any], on: date) -> tuple[DueKind | None, date]:
    ends, until = row["ends"], row["judgement__until"]
    if row["state"] == PlanState.PROPOSED:
        return (None if row["plan_answered"] else DueKind.ANSWER_PLAN), on
    if row["has_exception"]:
        return DueKind.EXCEPTION, ends
    if until is not None and on <= until and not row["judged_by_party"]:
        return DueKind.ANSWER_JUDGEMENT, until
    if ends < on and (until is None or until < on):
        return DueKind.REVIEW_LATE, ends
    if until is not None:
        return DueKind.JUDGEMENT_OPEN, until
    return DueKind.ENDS_SOON, ends
