"""An event as JSON: which keys each needs, and its times as minutes."""

from collections.abc import Iterator, Mapping
from typing import Any

from whatmatters.rules.rota.clock import NoSuchTime, minutes_of, time_fault
from whatmatters.rules.rota.faults import BadInput, Fault, refuse_any
from whatmatters.rules.rota.live_events import Event, What
from whatmatters.rules.rota.problem import Problem
from whatmatters.rules.rota.reading import parsed
from whatmatters.rules.rota.shape import Schema

FORMAT = "whatmatters-rota-event/1"
NEW_VISIT = "urgent"
NEEDED: Mapping[What, tuple[str, ...]] = {
    What.STAYING: ("worker",),
    What.GONE: ("worker",),
    What.NO_REPLY: ("visit",),
    What.LONG: ("visit", "minutes"),
    What.URGENT: ("person", "minutes"),
}
OTHERS: Mapping[What, tuple[str, ...]] = {
    What.STAYING: ("until",),
    What.GONE: ("since",),
    What.URGENT: ("needs",),
}
EVERY = ("format", "day", "what")


def read_event(text: str, schema: Schema, problem: Problem, now: float) -> Event:
    """The event that a JSON text describes, told at `now`. BadInput where it is none."""
    raw = parsed(text, schema)
    if raw["day"] != problem.day.isoformat():
        told = {"value": raw["day"], "day": problem.day.isoformat()}
        raise BadInput((Fault("event_of_another_day", "day", told),))
    what = What(raw["what"])
    refuse_any(tuple(_keys(what, raw)))
    return Event(
        what,
        now,
        worker=raw.get("worker", ""),
        visit=_free_name(problem) if what is What.URGENT else raw.get("visit", ""),
        person=raw.get("person", ""),
        time=_time(problem, raw),
        minutes=raw.get("minutes", 0),
        skills=frozenset(raw.get("needs", ())),
    )


def _keys(what: What, raw: Mapping[str, Any]) -> Iterator[Fault]:
    for key in NEEDED[what]:
        if key not in raw:
            yield Fault("missing_key", key)
    for key in raw:
        if key not in (*EVERY, *NEEDED[what], *OTHERS.get(what, ())):
            yield Fault("not_of_this_event", key, {"what": str(what)})


def _time(problem: Problem, raw: Mapping[str, Any]) -> float | None:
    for key in ("until", "since"):
        if key in raw:
            try:
                return minutes_of(problem.day, raw[key])
            except NoSuchTime as error:
                raise BadInput((time_fault(key, raw[key], error),)) from None
    return None


def _free_name(problem: Problem) -> str:
    """A name for the new visit that no other has."""
    name = NEW_VISIT
    while name in problem.visits:
        name += "+"
    return name
