"""What an invented plan holds: lines from the templates, unpaid ones with the same weight."""

from datetime import date, timedelta
from decimal import Decimal

from whatmatters.demo.phrases import Phrase, one, payable, said
from whatmatters.demo.world import Somebody, Wish
from whatmatters.rules.outcomes import Band, Deliverer
from whatmatters.rules.plans import PlanContent, PlannedLine, PlannedOutcome

INITIAL_DAYS = 42
LATER_DAYS = 84
# The initial support is reviewed while it still runs, so that both routes can be offered in time.
REVIEWED_BEFORE_END = timedelta(days=14)


def content(
    person: Somebody, starts: date, *, families_shown: bool, again: bool = False
) -> PlanContent:
    """A plan for her open outcomes; the first one is the initial support period.

    A plan written again after an exception keeps its last day and its review date.
    """
    ends, review_on = _dates(person, starts, again)
    days = (ends - starts).days + 1
    wishes = person.open_wishes()
    lines = [_line(person, w, Decimal(days) / LATER_DAYS) for w in wishes]
    lines += _own_lines(person, families_shown)
    if person.in_block:
        # Nobody would pay a cost of its own there.
        lines = [line for line in lines if not line.cost or line.funded_by]
    return PlanContent(
        starts=starts,
        ends=ends,
        review_on=review_on,
        lines=tuple(lines),
        outcomes=tuple(_outcomes(person, wishes)),
    )


def _dates(person: Somebody, starts: date, again: bool) -> tuple[date, date]:
    if again and person.plan_ends and person.plan_review:
        return person.plan_ends, max(starts, person.plan_review)
    ends = starts + timedelta(days=(LATER_DAYS if person.plans else INITIAL_DAYS) - 1)
    return ends, ends if person.plans else ends - REVIEWED_BEFORE_END


def _line(person: Somebody, wish: Wish, part: Decimal) -> PlannedLine:
    told = wish.template
    what, serves = said(told, person.language, "line"), (wish.outcome_id,)
    if "hours" not in told:
        return PlannedLine(
            what=what,
            deliverer=Deliverer(told["deliverer"]),
            cost=0,
            funded_by=said(told, person.language, "funded_by"),
            serves=serves,
        )
    return PlannedLine(
        what=what,
        deliverer=Deliverer.PROVIDER,
        band=Band(told["band"]),
        hours=_halves(Decimal(told["hours"]) * part * person.rng.choice(_AMOUNTS)),
        critical=bool(told.get("critical", False)),
        tolerance_minutes=told.get("tolerance"),
        serves=serves,
    )


_AMOUNTS = tuple(Decimal(n) for n in ("0.75", "1", "1.25", "1.5", "2"))


def _halves(hours: Decimal) -> Decimal:
    """Hours are agreed in halves."""
    return max(Decimal("0.5"), (hours * 2).quantize(Decimal(1)) / 2)


def _own_lines(person: Somebody, families_shown: bool) -> list[PlannedLine]:
    wanted = ["self", "technology", "third_sector"]
    if families_shown and person.family:
        wanted.append("family")
    if person.rng.random() < 0.15:
        wanted.append("subcontractor")
    return [_own_line(person, kind) for kind in wanted]


def _own_line(person: Somebody, kind: str) -> PlannedLine:
    told: Phrase = one(person.rng, "outcomes", "own_line")
    while told["deliverer"] != kind:
        told = one(person.rng, "outcomes", "own_line")
    name = person.family[0][0] if kind == "family" else ""
    return PlannedLine(
        what=said(told, person.language),
        deliverer=Deliverer(kind),
        deliverer_name=name,
        limit=said(told, person.language, "limit") if "limit_en" in told else "",
        cost=int(told.get("cost", 0)),
        funded_by=said(told, person.language, "funded_by") if "funded_by_en" in told else "",
    )


def _outcomes(person: Somebody, wishes: list[Wish]) -> list[PlannedOutcome]:
    paid_by = [w for w in wishes if payable(w.template) and not person.in_block]
    weights = _weights(person, len(paid_by))
    by_id = {w.outcome_id: weight for w, weight in zip(paid_by, weights, strict=True)}
    return [
        PlannedOutcome(w.outcome_id, w.outcome_id in by_id, by_id.get(w.outcome_id)) for w in wishes
    ]


def _weights(person: Somebody, count: int) -> list[Decimal | None]:
    """Two payable outcomes are weighted now and then; otherwise they weigh the same."""
    if count == 2 and person.rng.random() < 0.4:
        return [Decimal("0.6"), Decimal("0.4")]
    return [None] * count
