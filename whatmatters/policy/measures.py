"""The register of measures, read from its file."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from whatmatters.policy.queries import too_few_to_tell_below
from whatmatters.rules.measures.register import Depth, Fact, Measure, MeasureClass, Shape, Span
from whatmatters.rules.permissions import Action


@lru_cache
def _read() -> dict[str, Any]:
    folder = files("whatmatters.policy").joinpath("national")
    return tomllib.loads(folder.joinpath("measures_register.toml").read_text("utf-8"))


def measure_weeks() -> int:
    """Weeks that a measure of a period looks back."""
    return int(_read()["weeks"])


@lru_cache
def measures() -> Mapping[str, Measure]:
    """Every measure by its key, in the order of the file. KeyError for a row that lacks a part."""
    return {key: _measure(key, row) for key, row in _read().items() if isinstance(row, dict)}


def measures_at(depth: Depth) -> Mapping[str, Measure]:
    """The measures that exist at one depth, in the order of the file."""
    return {key: measure for key, measure in measures().items() if depth in measure.depths}


def _measure(key: str, row: Mapping[str, Any]) -> Measure:
    return Measure(
        key=key,
        words=row["words"],
        numerator=row["numerator"],
        denominator=row["denominator"],
        span=Span(row["span"]),
        kind=MeasureClass(row["class"]),
        shape=Shape(row["shape"]),
        unit=row["unit"],
        query=row["query"],
        depths=frozenset(Depth(depth) for depth in row["depths"]),
        moved_by=frozenset(Fact(fact) for fact in row["moved_by"]),
        needs=Action(row["needs"]),
        minimum=int(row.get("minimum", too_few_to_tell_below())),
        purpose=row["purpose"],
        owner=row["owner"],
        requirement=row["requirement"],
    )
