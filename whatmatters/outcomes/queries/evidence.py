"""Judgements as evidence for payments: ids, codes, shares and days; never a word, never a minute.

Evidence exists once a review is concluded, and is what was known then: nothing written later, with
whatever day, changes it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from whatmatters.outcomes.models import (
    ExceptionRaised,
    Finding,
    Judgement,
    OffTrack,
    OutcomeMove,
    PlanMove,
    PlanOutcome,
    PlanVersion,
)
from whatmatters.outcomes.queries.findings import FindingFacts as FindingFacts
from whatmatters.outcomes.queries.findings import findings as findings
from whatmatters.outcomes.queries.judgement_facts import JudgedOutcome, JudgementFacts
from whatmatters.outcomes.queries.seals import LET_GO, REVIEWED
from whatmatters.rules.lifecycles import ExceptionState, OutcomeState, PlanState
from whatmatters.rules.outcomes import Cause, Satisfaction

AT_ONCE = 5_000
Days = dict[int, list[tuple[date, datetime]]]
Raised = tuple[date, datetime, str]


def judgement_evidence(version_ids: Iterable[int]) -> dict[int, JudgementFacts]:
    """What each concluded review found, by version; a version without one has no key."""
    wanted = sorted(set(version_ids))
    found: dict[int, JudgementFacts] = {}
    for start in range(0, len(wanted), AT_ONCE):
        found |= _evidence(wanted[start : start + AT_ONCE])
    return found


def judged_since(council_id: int, since: datetime | None) -> frozenset[int]:
    """Versions whose review was concluded at or after a moment (None: ever)."""
    rows = PlanMove.objects.of(council_id).filter(to=PlanState.ENDED, why=REVIEWED)
    rows = rows.filter(version__judgement__isnull=False)
    if since is not None:
        rows = rows.filter(at__gte=since)
    return frozenset(rows.values_list("version_id", flat=True))


def over_since(council_id: int, since: datetime | None) -> frozenset[int]:
    """Versions that ended at or after a moment (None: ever): judged, replaced, or closed."""
    rows = PlanMove.objects.of(council_id).filter(to=PlanState.ENDED)
    if since is not None:
        rows = rows.filter(at__gte=since)
    return frozenset(rows.values_list("version_id", flat=True))


def still_to_be_judged(version_ids: Iterable[int]) -> frozenset[int]:
    """Those of the versions that are in force still: a review will end them."""
    wanted = sorted(set(version_ids))
    found: set[int] = set()
    for start in range(0, len(wanted), AT_ONCE):
        rows = PlanVersion.objects.filter(pk__in=wanted[start : start + AT_ONCE])
        found.update(rows.filter(state=PlanState.AGREED).values_list("pk", flat=True))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Known:
    """Everything read for some versions, before it is put together."""

    off_track: Days
    exceptions: dict[tuple[int, int], list[Raised]]
    let_go: dict[int, list[tuple[datetime, int, bool]]]
    findings: dict[tuple[int, int], Finding]


def _evidence(version_ids: list[int]) -> dict[int, JudgementFacts]:
    moves = PlanMove.objects.filter(
        version_id__in=version_ids,
        to=PlanState.ENDED,
        why=REVIEWED,
        version__judgement__isnull=False,
    )
    concluded = {move.version_id: move for move in moves}
    in_plans: dict[int, list[PlanOutcome]] = defaultdict(list)
    rows = PlanOutcome.objects.filter(version_id__in=list(concluded)).order_by("id")
    for row in rows.select_related("version"):
        in_plans[row.version_id].append(row)
    known = _known(list(concluded), {row.outcome_id for rows in in_plans.values() for row in rows})
    asked = _judgements(list(concluded))
    return {
        version_id: replace(
            _facts(move, in_plans[version_id], known), **_satisfaction(asked[version_id], move.at)
        )
        for version_id, move in concluded.items()
    }


def _judgements(version_ids: list[int]) -> dict[int, Judgement]:
    rows = Judgement.objects.filter(version_id__in=version_ids).select_related("satisfaction")
    return {row.version_id: row for row in rows}


def _satisfaction(row: Judgement, known_at: datetime) -> dict[str, Any]:
    """What she had said of the support when the review was concluded."""
    said = getattr(row, "satisfaction", None)
    known = said is not None and said.at <= known_at
    return {
        "judgement_id": row.pk,
        "satisfaction": Satisfaction(said.answer) if said is not None and known else None,
    }


def _facts(move: PlanMove, rows: list[PlanOutcome], known: _Known) -> JudgementFacts:
    days = [
        known.findings[move.version_id, row.outcome_id].on
        for row in rows
        if (move.version_id, row.outcome_id) in known.findings
    ]
    outcomes = tuple(_judged(row, move.at, known) for row in rows)
    return JudgementFacts(max(days, default=move.on), move.at, outcomes)


def _judged(row: PlanOutcome, concluded_at: datetime, known: _Known) -> JudgedOutcome:
    finding = known.findings.get((row.version_id, row.outcome_id))
    raised = known.exceptions.get((row.version_id, row.outcome_id), [])
    recorded = known.off_track.get(row.outcome_id, [])
    # An exception that the council accepted was itself the record: its provider was not silent.
    recorded = recorded or [
        (on, at) for on, at, state in raised if state == ExceptionState.ACCEPTED
    ]
    off_track_on = _first(row, recorded, concluded_at)
    counted = [(on, at) for on, at, state in raised if _counts(on, state, off_track_on)]
    return JudgedOutcome(
        outcome_id=row.outcome_id,
        finding_id=finding.pk if finding else None,
        payable=row.payable,
        weight=row.weight,
        tenths=finding.tenths if finding else 0,
        cause=Cause(finding.cause) if finding and finding.cause else None,
        off_track_on=off_track_on,
        exception_on=_first(row, counted, concluded_at),
        retired=finding is None or _was_let_go(known.let_go.get(row.outcome_id, []), concluded_at),
    )


def _first(row: PlanOutcome, days: list[tuple[date, datetime]], known_at: datetime) -> date | None:
    """The first day inside the version's own days, among what was written by then."""
    inside = (
        on for on, at in days if at <= known_at and row.version.starts <= on <= row.version.ends
    )
    return min(inside, default=None)


def _counts(on: date, state: str, off_track_on: date | None) -> bool:
    """Whether an exception may stop the clock: not one refused before the clock had started."""
    refused = state == ExceptionState.NOT_ACCEPTED
    return not (refused and off_track_on is not None and on < off_track_on)


def _was_let_go(moves: list[tuple[datetime, int, bool]], known_at: datetime) -> bool:
    """Whether the person had let the outcome go when the review was concluded (R-CW-02)."""
    told = [move for move in moves if move[0] <= known_at]
    return max(told)[2] if told else False


def _known(version_ids: list[int], outcome_ids: set[int]) -> _Known:
    off_track: Days = defaultdict(list)
    for outcome_id, on, at in _off_track(outcome_ids):
        off_track[outcome_id].append((on, at))
    exceptions: dict[tuple[int, int], list[Raised]] = defaultdict(list)
    for version_id, outcome_id, on, at, state in _exceptions(version_ids):
        exceptions[version_id, outcome_id].append((on, at, state))
    let_go: dict[int, list[tuple[datetime, int, bool]]] = defaultdict(list)
    for outcome_id, at, pk, to in _moves(outcome_ids):
        let_go[outcome_id].append((at, pk, to in LET_GO))
    rows = Finding.objects.filter(judgement__version_id__in=version_ids)
    found = {
        (row.judgement.version_id, row.outcome_id): row for row in rows.select_related("judgement")
    }
    return _Known(off_track, exceptions, let_go, found)


def _off_track(outcome_ids: set[int]) -> Iterator[tuple[int, date, datetime]]:
    rows = OffTrack.objects.filter(outcome_id__in=outcome_ids)
    yield from rows.values_list("outcome_id", "on", "at")


def _exceptions(version_ids: list[int]) -> Iterator[tuple[int, int, date, datetime, str]]:
    rows = ExceptionRaised.objects.filter(version_id__in=version_ids, outcomes__isnull=False)
    yield from rows.values_list("version_id", "outcomes", "on", "at", "state")


def _moves(outcome_ids: set[int]) -> Iterator[tuple[int, datetime, int, str]]:
    """Only the moves that let an outcome go or take it up again."""
    rows = OutcomeMove.objects.filter(
        outcome_id__in=outcome_ids, to__in=[*LET_GO, OutcomeState.ACTIVE]
    )
    yield from rows.values_list("outcome_id", "at", "id", "to")
