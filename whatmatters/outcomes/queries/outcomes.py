"""Outcomes as other contexts see them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max, Min, Q, QuerySet

from whatmatters.outcomes.models import OffTrack, Outcome, OutcomeMove
from whatmatters.outcomes.queries.outcome_views import MoveFacts, OutcomeFacts, PayableFacts
from whatmatters.rules.lifecycles import OutcomeState
from whatmatters.rules.outcomes import Category, OutcomeKind
from whatmatters.rules.people import Language, Speaker


def outcome_facts(ids: Iterable[int]) -> dict[int, OutcomeFacts]:
    """Many outcomes by id, in one query."""
    rows = _rows(Outcome.objects.filter(pk__in=list(ids)))
    return {row.pk: _facts(row) for row in rows}


def outcomes_of(person_ids: Iterable[int]) -> dict[int, tuple[OutcomeFacts, ...]]:
    """The outcomes of each person, the newest first, in one query."""
    rows = _rows(Outcome.objects.filter(person_id__in=list(person_ids)).order_by("-id"))
    found: dict[int, tuple[OutcomeFacts, ...]] = {}
    for row in rows:
        found[row.person_id] = (*found.get(row.person_id, ()), _facts(row))
    return found


def off_track_days(outcome_ids: Iterable[int]) -> dict[int, date]:
    """The first day on which each was recorded as off track; none where nobody did."""
    rows = OffTrack.objects.filter(outcome_id__in=list(outcome_ids)).order_by()
    return dict(rows.values_list("outcome_id").annotate(first=Min("on")))


def outcome_moves(outcome_ids: Iterable[int]) -> dict[int, tuple[MoveFacts, ...]]:
    """Every move of each outcome, the oldest first."""
    rows = OutcomeMove.objects.filter(outcome_id__in=list(outcome_ids)).order_by("id")
    found: dict[int, tuple[MoveFacts, ...]] = {}
    for row in rows:
        fact = MoveFacts(OutcomeState(row.to), row.on, row.why, row.by_id, row.at)
        found[row.outcome_id] = (*found.get(row.outcome_id, ()), fact)
    return found


def _rows(rows: "QuerySet[Outcome]") -> "QuerySet[Outcome]":
    retired = Max("moves__on", filter=Q(moves__to=OutcomeState.RETIRED))
    return rows.select_related("payable").annotate(
        first_off_track=Min("off_track__on"), last_retired=retired
    )


def _facts(row: Outcome) -> OutcomeFacts:
    reasons = getattr(row, "payable", None)
    state = OutcomeState(row.state)
    return OutcomeFacts(
        id=row.pk,
        person_id=row.person_id,
        statement=row.statement,
        language=Language(row.language),
        category=Category(row.category),
        kind=OutcomeKind(row.kind),
        test=row.test,
        target_weeks=row.target_weeks,
        set_by=Speaker(row.set_by),
        set_on=row.set_on,
        state=state,
        replaces_id=row.replaces_id,
        payable=PayableFacts(reasons.observable, reasons.attributable) if reasons else None,
        off_track_on=row.first_off_track,  # type: ignore[attr-defined]
        retired_on=row.last_retired if state is OutcomeState.RETIRED else None,  # type: ignore[attr-defined]
    )
