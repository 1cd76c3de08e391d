"""From JSON whose shape and names are sound to the values of a problem."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from whatmatters.rules.rota.faults import Fault
from whatmatters.rules.rota.problem import (
    Harm,
    Link,
    Person,
    Problem,
    Promise,
    Shift,
    Visit,
    Worker,
)
from whatmatters.rules.rota.travel import matrix_of


def problem_of(raw: Any) -> tuple[Problem, tuple[Fault, ...]]:
    """The problem, times already in minutes, and the links that say too little or too much."""
    events = [row for row in raw.get("links", ()) if "event" in row]
    between = [row for row in raw.get("links", ()) if "event" not in row]
    visits = {row["id"]: _visit(row) for row in raw["visits"]}
    faults = tuple(_half_links(raw.get("links", ())))
    for row in events if not faults else ():
        visits[row["then"]] = _after_event(visits[row["then"]], row)
    problem = Problem(
        day=date.fromisoformat(raw["day"]),
        places=tuple(row["id"] for row in raw["places"]),
        travel={name: matrix_of(mode, raw["places"]) for name, mode in raw["travel"].items()},
        people={row["id"]: _person(row) for row in raw["people"]},
        workers={r["id"]: Worker(r["id"], frozenset(r["skills"])) for r in raw["workers"]},
        shifts={row["id"]: Shift(**row) for row in raw["shifts"]},
        visits=visits,
        links=() if faults else tuple(Link(**row) for row in between),
        reserve_share=raw.get("reserve_share", 0),
    )
    return problem, faults


def _half_links(rows: Any) -> Iterator[Fault]:
    for n, row in enumerate(rows):
        where, least, most = f"links.{n + 1}", row.get("least"), row.get("most")
        if ("first" in row) == ("event" in row) or ("event" in row) != ("at" in row):
            yield Fault("link_of_what", where)
        elif least is None and most is None and not row.get("apart"):
            yield Fault("link_says_nothing", where)
        elif least is not None and most is not None and most < least:
            yield Fault("impossible_lag", where, {"least": least, "most": most})
        elif row.get("first") == row["then"]:
            yield Fault("links_in_a_circle", where, {"visits": row["then"]})


def _after_event(visit: Visit, row: Any) -> Visit:
    """An event outside narrows the window: not sooner than it allows, late when later."""
    earliest, latest = visit.earliest, visit.latest
    if row.get("least") is not None:
        earliest = max(earliest, row["at"] + row["least"])
    if row.get("most") is not None:
        latest = min(latest, row["at"] + row["most"])
    return replace(visit, earliest=earliest, latest=latest)


def _person(row: Any) -> Person:
    return Person(
        row["id"],
        row["place"],
        frozenset(row.get("preferred", ())),
        frozenset(row.get("barred", ())),
        {skill: frozenset(names) for skill, names in row.get("delegated", {}).items()},
    )


def _visit(row: Any) -> Visit:
    given = {**row, "needs": tuple(frozenset(needs) for needs in row.get("needs", [[]]))}
    given["harm"] = Harm(row.get("harm", Harm.PERSONAL))
    if "promised" in row:
        given["promised"] = Promise(**row["promised"])
    return Visit(**given)
