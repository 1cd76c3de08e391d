"""Contests: where each stands, and which may still change a run."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, F, Q, Value

from whatmatters.payments.models import Contest
from whatmatters.rules.lifecycles import PenaltyState


@dataclass(frozen=True, slots=True)
class ContestFacts:
    """One contest. `words` are the provider's, `reason` the decider's: for pages, not for rules."""

    contest_id: int
    finding_id: int | None
    judgement_id: int | None
    state: PenaltyState
    contested_on: date
    contested_by_id: int
    words: str
    decided_on: date | None
    decided_by_id: int | None
    reason: str


def contest_states(council_id: int) -> Mapping[int, PenaltyState]:
    """Where the penalty of each contested finding stands, by finding."""
    rows = Contest.objects.of(council_id).filter(finding__isnull=False)
    return _states(rows.values_list("finding_id", "decision__outcome"))


def dissatisfaction_states(council_id: int) -> Mapping[int, PenaltyState]:
    """Where the penalty of each contested dissatisfaction stands, by judgement."""
    rows = Contest.objects.of(council_id).filter(judgement__isnull=False)
    return _states(rows.values_list("judgement_id", "decision__outcome"))


def _states(rows: Iterable[tuple[int, str | None]]) -> Mapping[int, PenaltyState]:
    return {found: PenaltyState(to) if to else PenaltyState.CONTESTED for found, to in rows}


def unsettled_contests(council_id: int, since: datetime | None) -> frozenset[int]:
    """Findings whose contest is open, or was made or decided at or after a moment."""
    rows = _unsettled(council_id, since).filter(finding__isnull=False)
    return frozenset(rows.values_list("finding_id", flat=True))


def unsettled_dissatisfactions(council_id: int, since: datetime | None) -> frozenset[int]:
    """Versions of whose dissatisfied judgement the same is true."""
    rows = _unsettled(council_id, since).filter(judgement__isnull=False)
    return frozenset(rows.values_list("judgement__version_id", flat=True))


def _unsettled(council_id: int, since: datetime | None) -> Any:
    rows = Contest.objects.of(council_id)
    if since is None:
        return rows
    return rows.filter(Q(decision__isnull=True) | Q(at__gte=since) | Q(decision__at__gte=since))


def contests(council_id: int, *, open_only: bool = False) -> tuple[ContestFacts, ...]:
    """Contests of a council, newest first, in one query."""
    rows = Contest.objects.of(council_id).select_related("decision").order_by("-id")
    if open_only:
        rows = rows.filter(decision__isnull=True)
    return tuple(_facts(row) for row in rows)


def _facts(row: Contest) -> ContestFacts:
    decision = getattr(row, "decision", None)
    return ContestFacts(
        contest_id=row.pk,
        finding_id=row.finding_id,
        judgement_id=row.judgement_id,
        state=PenaltyState(decision.outcome) if decision else PenaltyState.CONTESTED,
        contested_on=row.on,
        contested_by_id=row.by_id,
        words=row.words,
        decided_on=decision.on if decision else None,
        decided_by_id=decision.by_id if decision else None,
        reason=decision.reason if decision else "",
    )


def contests_to_decide(council_id: int, columns: tuple[str, ...]) -> Any:
    """Contests that nobody has decided, as one part of what somebody decides.

    Rows of `columns`: `t_kind` "contest", `t_id` its id, `t_name` "" and `t_on` since when.
    """
    rows = Contest.objects.of(council_id).filter(decision__isnull=True).order_by()
    told = rows.annotate(
        t_kind=Value("contest", output_field=CharField()),
        t_id=F("pk"),
        t_name=Value("", output_field=CharField()),
        t_on=F("on"),
    )
    return told.values_list(*columns)
