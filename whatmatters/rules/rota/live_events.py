"""What may happen on a day that is planned, each as a value; and why one cannot be."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from whatmatters.rules.refusals import Refusal
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Problem


class What(StrEnum):
    """What happened."""

    STAYING = "staying"  # a worker stays with somebody
    GONE = "gone"  # a worker is ill, or has to go
    NO_REPLY = "no_reply"  # nobody opens the door
    LONG = "running_long"  # a visit takes longer
    URGENT = "urgent"  # somebody needs a worker now


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, told at `at`; all in minutes since the day's midnight.

    `worker` stays until, or is gone from, `time` (None: to the end of her shift; from now).
    She is gone from `shifts`: those written down by then (None: all of hers).
    `visit` got no reply, or takes `minutes` longer. `person` needs somebody for `minutes`, who has
    `skills`; `visit` is then the name that this new visit gets.
    """

    what: What
    at: float
    worker: str = ""
    visit: str = ""
    person: str = ""
    time: float | None = None
    minutes: float = 0
    skills: frozenset[str] = frozenset()
    shifts: frozenset[str] | None = None

    def ends(self, worker: str, shift: str) -> bool:
        """Whether whoever is gone is gone from this shift."""
        return worker == self.worker and (self.shifts is None or shift in self.shifts)

    @property
    def since(self) -> float:
        """From when a worker is gone; it may have been told later."""
        return self.at if self.time is None else self.time


@dataclass(frozen=True, slots=True)
class Allowed:
    """Minutes, from `policy.rota`: how far a promise reaches either way, after how many a door is
    tried again, and within how many somebody should be with who needs one now."""

    promise: float
    again: float
    urgent: float


class EventRefused(Refusal):
    """It cannot have happened so: EventRefused(why), `why` a message id of its own."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.code = why


def check_event(problem: Problem, plan: Plan, event: Event) -> None:
    """EventRefused where an event does not fit the day and its plan."""
    for why in _wrong(problem, plan, event):
        raise EventRefused(why)


def _wrong(problem: Problem, plan: Plan, event: Event) -> Iterator[str]:
    if event.what in (What.STAYING, What.GONE):
        yield from _of_a_worker(problem, event)
    elif event.what is What.URGENT:
        if event.person not in problem.people:
            yield "event_of_nobody"
        if event.visit in problem.visits:
            yield "event_named_twice"
    else:
        yield from _of_a_visit(problem, plan, event)
    if event.what in (What.LONG, What.URGENT) and event.minutes <= 0:
        yield "event_without_minutes"


def _of_a_worker(problem: Problem, event: Event) -> Iterator[str]:
    shifts = [s for s in problem.shifts.values() if s.worker == event.worker]
    if event.what is What.STAYING and not any(s.starts <= event.at < s.ends for s in shifts):
        yield "event_not_at_work"
    moment = event.since if event.what is What.GONE else event.at
    if not any(moment < shift.ends for shift in shifts):
        yield "event_not_at_work"
    if event.what is What.STAYING and event.time is not None and event.time <= event.at:
        yield "event_over_already"


def _of_a_visit(problem: Problem, plan: Plan, event: Event) -> Iterator[str]:
    if event.visit not in problem.visits:
        yield "event_of_no_visit"
    routes = [r for r in plan.routes.values() if any(s.visit == event.visit for s in r)]
    begun = [[stop.visit for stop in route if stop.start <= event.at] for route in routes]
    if not begun or any(event.visit not in names for names in begun):
        yield "event_not_begun"
    elif any(names[-1] != event.visit for names in begun):
        yield "event_over_already"
