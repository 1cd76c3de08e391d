"""What a demonstration came to, in figures that anyone can check on its pages."""

import resource
import statistics
import sys
from collections import Counter
from dataclasses import dataclass

from whatmatters.demo.digest import digest
from whatmatters.demo.handing_over import SignIn
from whatmatters.demo.required import missing
from whatmatters.demo.world import World
from whatmatters.outcomes.queries import outcomes_of, start_days
from whatmatters.payments.queries import paid_by_model, verify
from whatmatters.policy.way_in import start_baseline_days


@dataclass(frozen=True, slots=True)
class ModelPaid:
    """What one way of paying came to, in pence."""

    model: str
    entries: int
    pence: int


@dataclass(frozen=True, slots=True)
class Summary:
    """`start_days` are days from request to start; times in seconds, memory in MiB."""

    place: str
    people: int
    days: int
    seen: dict[str, int]
    outcomes: dict[tuple[str, str], int]
    started: int
    start_days_median: float | None
    start_days_baseline: int
    paid: tuple[ModelPaid, ...]
    ledger_ok: bool
    ledger_entries: int
    ledger_head: str
    digest: str
    missing: tuple[str, ...]
    seconds: float
    peak_mib: float
    sign_ins: tuple[SignIn, ...]


def summary(world: World, sign_ins: tuple[SignIn, ...], *, place: str, seconds: float) -> Summary:
    """Ask the contexts what came of it."""
    first, last = world.calendar.start, world.calendar.until
    days = start_days(world.council_id, first, last)
    proof = verify(world.council_id)
    return Summary(
        place=place,
        people=len(world.people),
        days=world.calendar.length,
        seen=dict(sorted(world.seen.items())),
        outcomes=_outcomes(world),
        started=len(days),
        start_days_median=statistics.median(days) if days else None,
        start_days_baseline=start_baseline_days(),
        paid=tuple(ModelPaid(m.model, m.entries, m.pence) for m in paid_by_model(world.council_id)),
        ledger_ok=proof.ok,
        ledger_entries=proof.entries,
        ledger_head=proof.heads.get(world.council_id, ""),
        digest=digest(),
        missing=missing(world.seen),
        seconds=seconds,
        peak_mib=peak_mib(),
        sign_ins=sign_ins,
    )


def _outcomes(world: World) -> dict[tuple[str, str], int]:
    ids = [p.person_id for p in world.people.values()]
    found = Counter((str(o.kind), str(o.state)) for held in outcomes_of(ids).values() for o in held)
    return dict(sorted(found.items()))


def peak_mib() -> float:
    """The most memory that this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
