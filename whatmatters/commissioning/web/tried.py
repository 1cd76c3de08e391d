"""A tried case as its page shows it: the statement, what one more hour does, what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from whatmatters.frontend import statement
from whatmatters.frontend.problem_words import printable, problem_text
from whatmatters.frontend.statement_words import reason_text, sums_of
from whatmatters.policy.queries import Setting, settings_of
from whatmatters.rules.case_files import Case
from whatmatters.rules.commissioning import Incentive, Problem, Statement


@dataclass(frozen=True, slots=True)
class Tried:
    """What a case comes to. Sums are in pence; a total may be below zero."""

    title: str
    model: str
    lines: tuple[statement.Line, ...]
    total: int
    carried: tuple[int, ...]
    one_more_hour: Incentive


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that keeps a case from being worked out, by its place in the text."""

    line: int | None
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A setting with its default, whose tradition it follows, why, and its known risk."""

    key: str
    value: str
    tradition: str
    why: str
    risk: str


def tried(case: Case, told: Statement) -> Tried:
    """A statement for the page, with what one more hour of need would do to income."""
    return Tried(
        title=printable(case.title),
        model=case.model.name,
        lines=tuple(_line(line) for line in told.lines),
        total=told.total,
        carried=tuple(told.carried.values()),
        one_more_hour=case.model.one_more_hour(case.agreement, case.rules),
    )


def _line(line: Any) -> statement.Line:
    parties = f"{printable(line.payer)} → {printable(line.payee)}"
    return statement.Line(
        what=printable(reason_text(line)), note=parties, pence=line.pence, tables=sums_of(line)
    )


def wrong(problems: tuple[Problem, ...]) -> list[Wrong]:
    """Every problem of a case, in the order of its text."""
    return [Wrong(one.line, printable(one.where), problem_text(one)) for one in problems]


def explained(model: str) -> list[Explained]:
    """The settings of a model that an agreement may leave out, in the reader's language."""
    welsh = (get_language() or "").startswith("cy")
    return [_explained(one, welsh) for one in settings_of(model)]


def _explained(one: Setting, welsh: bool) -> Explained:
    if welsh:
        return Explained(one.key, shown(one.value), one.tradition_cy, one.why_cy, one.risk_cy)
    return Explained(one.key, shown(one.value), one.tradition, one.why, one.risk)


def shown(value: object) -> str:
    """A default, or a term, as it is written in a case file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {shown(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(shown(one) for one in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)
