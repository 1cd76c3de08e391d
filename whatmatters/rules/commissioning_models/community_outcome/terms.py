"""Terms of `community_outcome`: a baseline, a direction, and what each step pays."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.commissioning import AgreementTerms, Problem, check_parties
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.reading import Table, finish, named_once


class Direction(StrEnum):
    """Whether fewer events are better, or more."""

    REDUCE = "reduce"
    INCREASE = "increase"


@dataclass(frozen=True, slots=True)
class Baseline:
    """Events among people before the service."""

    events: int
    people: int


@dataclass(frozen=True, slots=True)
class Step:
    """A rate from 0 to 1, and the pounds paid where it was reached."""

    rate: Fraction
    pays: Fraction


@dataclass(frozen=True, slots=True)
class Terms:
    """`confidence`: the share of intervals that hold the truth, such as 0.95."""

    baseline: Baseline
    direction: Direction
    steps: tuple[Step, ...]
    confidence: Fraction


Agreement = AgreementTerms[Terms]


def read_terms(raw: Mapping[str, object], /) -> Terms:
    """Terms from plain values, defaults already put in. Raises Problems."""
    table = Table(raw, "agreement.terms", [])
    rows = table.tables("payments")
    terms = Terms(
        baseline=_read_baseline(table.table("baseline")),
        direction=table.code("direction", Direction),
        steps=tuple(_read_step(row) for row in rows),
        confidence=table.share("confidence"),
    )
    if terms.confidence in (0, 1):
        table.problem("impossible_number", "confidence")
    named = [exact_text(step.rate) for step in terms.steps]
    named_once(zip(rows, named, strict=True), "rate")
    table.close()
    finish(table.problems)
    return terms


def _read_baseline(table: Table) -> Baseline:
    baseline = Baseline(table.whole("events"), table.whole("people", least=1))
    if baseline.events > baseline.people:
        table.problem("too_large", "events", value=baseline.events, most=baseline.people)
    table.close()
    return baseline


def _read_step(table: Table) -> Step:
    step = Step(table.share("rate"), table.number("pays"))
    table.close()
    return step


def check(agreement: Agreement, /) -> tuple[Problem, ...]:
    """What is missing before anyone signs: a step that pays.

    How many people each step would need is worked out by `least_people` and told with every result.
    """
    found = list(check_parties(agreement))
    if not agreement.terms.steps:
        found.append(Problem("no_step", "agreement.terms.payments"))
    return tuple(found)
