"""Gaps of an area, rolled up from the plans that needed them (R-WI-16), and unmatched needs."""

from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.models import Gap, UnmatchedNeed
from whatmatters.trust.queries.addresses import hidden_people


@dataclass(frozen=True, slots=True)
class AreaGap:
    """One missing thing of one ward: by how many plans and people it was missed, and when.

    `what` is as it was first written; spellings that differ by case or spaces count as one.
    """

    ward_id: int
    what: str
    plans: int
    people: int
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A need that nothing matched, as it was said (R-AV-01)."""

    need_id: int
    person_id: int
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class GapFacts:
    """One thing that a plan needed and the area does not have."""

    gap_id: int
    version_id: int
    on: date
    what: str


def gaps_of_plan(plan_id: int, *, council_id: int) -> tuple[GapFacts, ...]:
    """What was missing for any version of a plan, oldest first."""
    rows = Gap.objects.of(council_id).filter(version__plan_id=plan_id).order_by("on", "id")
    return tuple(GapFacts(*row) for row in rows.values_list("id", "version_id", "on", "what"))


def gaps_by_area(council_id: int, first: date, last: date) -> tuple[AreaGap, ...]:
    """Gaps noted in these days, the most missed first, in one query.

    Without those of people whose address is hidden: a gap in a small area tells where they live.
    """
    rows = Gap.objects.of(council_id).filter(on__gte=first, on__lte=last).order_by("on", "id")
    rows = rows.exclude(version__plan__person_id__in=hidden_people(council_id))
    told = rows.values_list("ward_id", "what", "version__plan_id", "version__plan__person_id", "on")
    groups: dict[tuple[int, str], list[tuple[str, int, int, date]]] = {}
    for ward_id, what, plan_id, person_id, on in told:
        key = (ward_id, " ".join(what.casefold().split()))
        groups.setdefault(key, []).append((what, plan_id, person_id, on))
    found = [_gap(ward_id, notes) for (ward_id, _), notes in groups.items()]
    return tuple(sorted(found, key=lambda gap: (-gap.people, -gap.plans, gap.ward_id, gap.what)))


def _gap(ward_id: int, notes: list[tuple[str, int, int, date]]) -> AreaGap:
    return AreaGap(
        ward_id=ward_id,
        what=notes[0][0],
        plans=len({plan_id for _, plan_id, _, _ in notes}),
        people=len({person_id for _, _, person_id, _ in notes}),
        first_on=notes[0][3],
        last_on=notes[-1][3],
    )


def unmatched_needs(council_id: int, first: date, last: date) -> tuple[Unmatched, ...]:
    """Needs that nothing matched, noted in these days, oldest first."""
    rows = UnmatchedNeed.objects.of(council_id).filter(on__gte=first, on__lte=last)
    told = rows.order_by("on", "id").values_list("id", "person_id", "on", "words")
    return tuple(Unmatched(*row) for row in told)
