"""Names that a problem gives and uses: each given once, none used that was not given."""

from collections.abc import Iterator
from typing import Any

from whatmatters.rules.rota.faults import Fault

KINDS = ("places", "people", "workers", "shifts", "visits")
ONE_NAME = {
    "people": (("place", "places"),),
    "shifts": (
        ("worker", "workers"),
        ("mode", "travel"),
        ("begins_at", "places"),
        ("ends_at", "places"),
    ),
    "visits": (("person", "people"),),
    "links": (("first", "visits"), ("then", "visits")),
}
WORKERS_OF_A_PERSON = ("preferred", "barred")


def name_faults(raw: Any) -> Iterator[Fault]:
    """Every name given twice, and every name that nobody has."""
    given = {kind: {row["id"] for row in raw[kind]} for kind in KINDS}
    given["travel"] = set(raw["travel"])
    for kind in KINDS:
        yield from _twice(kind, raw[kind])
    for kind, uses in ONE_NAME.items():
        for n, row in enumerate(raw.get(kind, ())):
            for key, of in uses:
                if key in row and row[key] not in given[of]:
                    where = f"{kind}.{row.get('id', n + 1)}.{key}"
                    yield Fault("no_such_name", where, {"value": row[key], "of": of})
    yield from _workers_named(raw, given["workers"])


def _twice(kind: str, rows: Any) -> Iterator[Fault]:
    seen: set[str] = set()
    for row in rows:
        if row["id"] in seen:
            yield Fault("named_twice", f"{kind}.{row['id']}", {"value": row["id"]})
        seen.add(row["id"])


def _workers_named(raw: Any, workers: set[str]) -> Iterator[Fault]:
    for person in raw["people"]:
        where = f"people.{person['id']}"
        lists = {key: person.get(key, ()) for key in WORKERS_OF_A_PERSON}
        lists |= {f"delegated.{k}": v for k, v in person.get("delegated", {}).items()}
        for key, named in lists.items():
            for name in sorted(set(named) - workers):
                yield Fault("no_such_name", f"{where}.{key}", {"value": name, "of": "workers"})
    for visit in raw["visits"]:
        name = visit.get("promised", {}).get("worker")
        if name is not None and name not in workers:
            where = f"visits.{visit['id']}.promised.worker"
            yield Fault("no_such_name", where, {"value": name, "of": "workers"})
