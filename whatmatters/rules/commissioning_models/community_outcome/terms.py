"""Terms of `community_outcome`: a baseline, a direction, and what each step pays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from whatmatters.rules.commissioning import AgreementTerms, Problem, check_parties
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.reading import Table, finish, named_once


class Direction(StrEnum):
    """Whether fewer events are better, or more."""

    REDUCE = "reduce"
    INCREASE = "increase"


class Counted(Protocol):
    """Whatever says how many there were, and to how many of them it happened."""

    @property
    def events(self) -> int:
        """To how many it happened."""

    @property
    def people(self) -> int:
        """How many there were."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Events among people before the service."""

    events: int
    people: int


@dataclass(frozen=True, slots=True)
class Group:
    """People of the baseline who are alike in what makes the event likely, such as their age."""

    name: str
    events: int
    people: int


@dataclass(frozen=True, slots=True)
class Step:
    """A rate from 0 to 1, and the pounds paid where it was reached."""

    rate: Fraction
    pays: Fraction


@dataclass(frozen=True, slots=True)
class Terms:
    """`confidence`: the share of intervals that hold the truth, such as 0.95.

    `groups` part the baseline; where there are any, the rate that pays is adjusted to them.
    """

    baseline: Baseline
    direction: Direction
    steps: tuple[Step, ...]
    confidence: Fraction
    groups: tuple[Group, ...] = ()


Agreement = AgreementTerms[Terms]


def read_terms(raw: Mapping[str, object], /) -> Terms:
    """Terms from plain values, defaults already put in. Raises Problems."""
    table = Table(raw, "agreement.terms", [])
    rows = table.tables("payments")
    groups = table.tables("groups") if table.has("groups") else ()
    terms = Terms(
        baseline=_read_baseline(table.table("baseline")),
        direction=table.code("direction", Direction),
        steps=tuple(_read_step(row) for row in rows),
        confidence=table.share("confidence"),
        groups=tuple(_read_group(one) for one in groups),
    )
    if terms.confidence in (0, 1):
        table.problem("impossible_number", "confidence")
    named = [exact_text(step.rate) for step in terms.steps]
    named_once(zip(rows, named, strict=True), "rate")
    named_once(zip(groups, (one.name for one in terms.groups), strict=True), "name")
    adds_up(table, terms.groups, terms.baseline)
    table.close()
    finish(table.problems)
    return terms


def _read_baseline(table: Table) -> Baseline:
    baseline = Baseline(table.whole("events"), table.whole("people", least=1))
    if baseline.events > baseline.people:
        table.problem("too_large", "events", value=baseline.events, most=baseline.people)
    table.close()
    return baseline


def _read_group(table: Table) -> Group:
    group = Group(table.text("name"), table.whole("events"), table.whole("people", least=1))
    if group.events > group.people:
        table.problem("too_large", "events", value=group.events, most=group.people)
    table.close()
    return group


def adds_up(table: Table, groups: Iterable[Counted], whole: Counted) -> None:
    """A problem unless groups are all of what they part; none at all part nothing."""
    held = list(groups)
    events, people = sum(one.events for one in held), sum(one.people for one in held)
    if held and (events, people) != (whole.events, whole.people):
        wanted = {"wanted_events": whole.events, "wanted_people": whole.people}
        table.problem("groups_do_not_add_up", "groups", events=events, people=people, **wanted)


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
