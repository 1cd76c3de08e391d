"""Exceptions: what waits for an answer, and which plans need writing again (R-WI-11)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from whatmatters.access.queries.names import name_of
from whatmatters.outcomes.models import ExceptionRaised, PlanVersion
from whatmatters.outcomes.queries.exception_facts import ExceptionFacts, ReplanDue
from whatmatters.rules.lifecycles import ExceptionState, PlanState
from whatmatters.rules.outcomes import ExceptionReason


def exceptions(council_id: int, version_ids: Iterable[int]) -> tuple[ExceptionFacts, ...]:
    """The exceptions raised on these versions, newest first, in three queries."""
    rows = ExceptionRaised.objects.of(council_id).filter(version_id__in=list(version_ids))
    return _exceptions(rows)


def exception_of(council_id: int, exception_id: int) -> ExceptionFacts | None:
    """One exception of a council, in three queries."""
    rows = ExceptionRaised.objects.of(council_id).filter(pk=exception_id)
    return next(iter(_exceptions(rows)), None)


def exceptions_waiting(council_id: int) -> tuple[ExceptionFacts, ...]:
    """Exceptions of plans in force that the council has not answered yet."""
    rows = ExceptionRaised.objects.of(council_id).filter(
        state=ExceptionState.RAISED, version__state=PlanState.AGREED
    )
    return _exceptions(rows)


def plans_to_replan(council_id: int) -> tuple[ReplanDue, ...]:
    """Plans still in force as they were, though an exception was accepted; oldest first."""
    later = PlanVersion.objects.filter(
        plan_id=OuterRef("version__plan_id"),
        number__gt=OuterRef("version__number"),
        state__in=[PlanState.DRAFT, PlanState.PROPOSED, PlanState.AMENDMENT_REQUESTED],
    )
    rows = ExceptionRaised.objects.of(council_id).filter(
        state=ExceptionState.ACCEPTED,
        version__state=PlanState.AGREED,
        version__judgement__isnull=True,
    )
    held = rows.select_related("version__plan").prefetch_related("moves")
    return tuple(_due(row) for row in held.annotate(in_hand=Exists(later)).order_by("on", "id"))


def _exceptions(rows: Any) -> tuple[ExceptionFacts, ...]:
    held = rows.select_related("version__plan", "by").prefetch_related("moves", "outcomes")
    return tuple(_exception(row) for row in held.order_by("-on", "-id"))


def _exception(row: ExceptionRaised) -> ExceptionFacts:
    plan = row.version.plan
    return ExceptionFacts(
        exception_id=row.pk,
        version_id=row.version_id,
        plan_id=plan.pk,
        person_id=plan.person_id,
        provider_id=plan.provider_id,
        on=row.on,
        at=row.at,
        reason=ExceptionReason(row.reason),
        words=row.words,
        state=ExceptionState(row.state),
        reprice_from=_reprice_from(row),
        outcome_ids=tuple(sorted(outcome.pk for outcome in row.outcomes.all())),
        by_name=name_of(row.by),
    )


def _reprice_from(row: ExceptionRaised) -> date | None:
    days = (move.on for move in row.moves.all() if move.to == ExceptionState.ACCEPTED)
    return next(days, None)


def _due(row: Any) -> ReplanDue:
    plan = row.version.plan
    return ReplanDue(
        exception_id=row.pk,
        version_id=row.version_id,
        plan_id=plan.pk,
        person_id=plan.person_id,
        provider_id=plan.provider_id,
        reprice_from=_reprice_from(row) or row.on,
        in_hand=row.in_hand,
    )
