"""What versions say, as the rules' own values."""

from collections.abc import Iterable

from whatmatters.outcomes.models import LineServes, PlanLine, PlanOutcome, PlanVersion
from whatmatters.rules.outcomes import Band, Deliverer
from whatmatters.rules.plans import PlanContent, PlannedLine, PlannedOutcome


def contents(versions: Iterable[PlanVersion]) -> dict[int, PlanContent]:
    """The content of each version by id, in three queries for any number."""
    rows = list(versions)
    lines = planned_lines([row.pk for row in rows])
    outcomes = _outcomes([row.pk for row in rows])
    return {
        row.pk: PlanContent(
            starts=row.starts,
            ends=row.ends,
            review_on=row.review_on,
            lines=tuple(line for _, line in lines.get(row.pk, ())),
            outcomes=outcomes.get(row.pk, ()),
        )
        for row in rows
    }


def planned_lines(
    version_ids: Iterable[int], *, with_serves: bool = True
) -> dict[int, tuple[tuple[int, PlannedLine], ...]]:
    """(line id, line) of each version in their order: two queries, one without `serves`."""
    rows = list(PlanLine.objects.filter(version_id__in=list(version_ids)).order_by("position"))
    serves: dict[int, tuple[int, ...]] = {}
    pairs = LineServes.objects.filter(line_id__in=[row.pk for row in rows])
    told = pairs.order_by("id").values_list("line_id", "outcome_id") if with_serves else ()
    for line_id, outcome_id in told:
        serves[line_id] = (*serves.get(line_id, ()), outcome_id)
    found: dict[int, tuple[tuple[int, PlannedLine], ...]] = {}
    for row in rows:
        line = (row.pk, _line(row, serves.get(row.pk, ())))
        found[row.version_id] = (*found.get(row.version_id, ()), line)
    return found


def _line(row: PlanLine, serves: tuple[int, ...]) -> PlannedLine:
    return PlannedLine(
        what=row.what,
        deliverer=Deliverer(row.deliverer),
        deliverer_name=row.deliverer_name,
        limit=row.limit,
        band=None if row.band is None else Band(row.band),
        hours=row.hours,
        cost=row.cost,
        funded_by=row.funded_by,
        critical=row.critical,
        tolerance_minutes=row.tolerance_minutes,
        serves=serves,
    )


def _outcomes(version_ids: list[int]) -> dict[int, tuple[PlannedOutcome, ...]]:
    rows = PlanOutcome.objects.filter(version_id__in=version_ids).order_by("id")
    found: dict[int, tuple[PlannedOutcome, ...]] = {}
    for row in rows:
        planned = PlannedOutcome(row.outcome_id, row.payable, row.weight)
        found[row.version_id] = (*found.get(row.version_id, ()), planned)
    return found
