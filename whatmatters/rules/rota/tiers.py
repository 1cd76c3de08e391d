"""What a legal plan costs, tier by tier, the worst first. The tiers are never added up here."""

from collections.abc import Iterator, Mapping

from whatmatters.rules.rota.days_work import EPSILON, arrivals, back_at, starts_of, travel_of
from whatmatters.rules.rota.plan import Plan, Tier
from whatmatters.rules.rota.problem import Harm, Problem, Visit


def tiers_of(problem: Problem, plan: Plan) -> tuple[Tier, ...]:
    """Every tier of the plan, those of nothing too."""
    starts = starts_of(plan)
    return (
        *_uncovered(problem, starts),
        _late("critical_late", problem, starts, critical=True),
        _late("promise_broken", problem, starts, critical=False),
        _named(problem, plan),
        _strange(problem, plan),
        _overtime(problem, plan),
        _travel(problem, plan),
    )


def lateness(visit: Visit, start: float) -> float:
    """Minutes by which a start is later than was agreed; 0 where it is not."""
    late = start - visit.limit
    return late if late > EPSILON else 0


def _uncovered(problem: Problem, starts: Mapping[str, float]) -> Iterator[Tier]:
    for harm in Harm:
        missed = [v.id for v in problem.visits.values() if v.id not in starts and v.harm is harm]
        yield Tier(f"uncovered_{harm}", len(missed), which=tuple(missed))


def _late(code: str, problem: Problem, starts: Mapping[str, float], *, critical: bool) -> Tier:
    late = {
        visit: lateness(problem.visits[visit], start)
        for visit, start in starts.items()
        if (problem.visits[visit].harm is Harm.CRITICAL) is critical
    }
    which = tuple(visit for visit, minutes in late.items() if minutes)
    return Tier(code, len(which), sum(late.values()), which)


def _named(problem: Problem, plan: Plan) -> Tier:
    """Visits to which none of the workers is the one whose name was told."""
    came: dict[str, set[str]] = {}
    for shift, stop in plan.stops():
        came.setdefault(stop.visit, set()).add(problem.shifts[shift].worker)
    promised = ((v, problem.visits[v].promised) for v in came)
    which = tuple(v for v, told in promised if told and told.worker and told.worker not in came[v])
    return Tier("worker_changed", len(which), which=which)


def _strange(problem: Problem, plan: Plan) -> Tier:
    """Stops by somebody whom the person neither chose nor knows, where she named anybody."""
    which = []
    for shift, stop in plan.stops():
        known = problem.people[problem.visits[stop.visit].person].preferred
        if known and problem.shifts[shift].worker not in known:
            which.append(stop.visit)
    return Tier("not_preferred", len(which), which=tuple(which))


def _overtime(problem: Problem, plan: Plan) -> Tier:
    over = {
        shift: max(0, back_at(problem, plan, shift) - problem.shifts[shift].ends)
        for shift in plan.routes
        if problem.shifts[shift].most_overtime is not None
    }
    which = tuple(shift for shift, minutes in over.items() if minutes > EPSILON)
    return Tier("overtime", len(which), sum(over.values()), which)


def _travel(problem: Problem, plan: Plan) -> Tier:
    ways = [travel_of(problem, plan, shift) for shift, route in plan.routes.items() if route]
    return Tier("travel", len(ways), sum(ways))


def figures_of(problem: Problem, plan: Plan) -> Mapping[str, float]:
    """Told beside the tiers: free time is gathered and shown, never silently made small."""
    blocks = [block for shift in problem.shifts for block in free_blocks(problem, plan, shift)]
    paid = sum(shift.ends - shift.starts for shift in problem.shifts.values())
    late = [lateness(problem.visits[v], s) for v, s in starts_of(plan).items()]
    return {
        "free_minutes": sum(blocks),
        "longest_free_block": max(blocks, default=0),
        "free_share": sum(blocks) / paid if paid else 0,
        "reserve_share": problem.reserve_share,
        "most_late": max(late, default=0),
    }


def free_blocks(problem: Problem, plan: Plan, shift: str) -> Iterator[float]:
    """Minutes between arriving and starting, and from the last stop to the end of a shift."""
    for arrival in arrivals(problem, plan, shift):
        if arrival.stop.start > arrival.at:
            yield arrival.stop.start - arrival.at
    left = problem.shifts[shift].ends - back_at(problem, plan, shift)
    if left > 0:
        yield left
