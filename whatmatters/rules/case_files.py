"""A case file: one agreement, one question, one answer. Every problem is told with its place.

The text is TOML, its numbers exact decimals. Nothing is guessed: a missing or an unknown key is a
problem like any other. The schema stands in the guide to case files.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from fractions import Fraction
from typing import Any

from whatmatters.rules.commissioning import (
    AgreementTerms,
    Model,
    Payer,
    Problem,
    Problems,
    Rules,
    Statement,
    check_days,
    check_parties,
)
from whatmatters.rules.commissioning_models import MODELS
from whatmatters.rules.later_terms import LATER, read_later
from whatmatters.rules.reading import Table, finish
from whatmatters.rules.toml_places import line_of, places

WithDefaults = Callable[[str, Mapping[str, object]], Mapping[str, object]]
PLATFORM_MODEL = "introductory_agency"
# Its payers are named in order, social care then the NHS, and carry no share.
SHARELESS_MODEL = "shift_split"
AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class Exit(IntEnum):
    """What a case ends with."""

    ASSESSED = 0
    NOT_ASSESSED = 2
    REFUSED = 3


# The two refusals with an exit code of their own: an extension beyond the first, and a spend
# beyond the balance.
REFUSALS = frozenset({"second_extension", "spend_beyond_balance"})


@dataclass(frozen=True, slots=True)
class Case:
    """A case that was read whole and found in order: its agreement, and what is asked about it."""

    title: str
    model: Model[Any, Any]
    agreement: AgreementTerms[Any]
    evidence: Any
    rules: Rules

    def assess(self) -> Statement:
        """What is due."""
        return self.model.assess(self.agreement, self.evidence, self.rules)


def exit_code(problems: tuple[Problem, ...]) -> Exit:
    """2, or 3 where one of the problems is a refusal with a code of its own."""
    refused = any(problem.code in REFUSALS for problem in problems)
    return Exit.REFUSED if refused else Exit.NOT_ASSESSED


def assess_text(text: str, with_defaults: WithDefaults, rules: Rules) -> tuple[Case, Statement]:
    """Read and assess a case. Raises Problems, in the file's order, each with its line.

    A number with dates is read as it stood on the day it decides; the clock plays no part.
    """
    raw = _parsed(text)
    try:
        case = read_case(raw, with_defaults, rules)
        return case, case.assess()
    except Problems as refused:
        raise Problems(_placed(refused.problems, text)) from None


def read_case(raw: Mapping[str, object], with_defaults: WithDefaults, rules: Rules) -> Case:
    """A case from plain values. Raises Problems: all that can be found without guessing."""
    table = Table(raw, "", [])
    title = table.text("title")
    model = _model(table)
    agreement = table.table("agreement")
    table.table("evidence")
    table.close()
    if model is None:
        raise Problems(tuple(table.problems))
    parties = _read_parties(agreement, model, table.problems)
    terms = _part(
        agreement, "terms", lambda given: model.read_terms(with_defaults(model.name, given))
    )
    later = read_later(agreement, model, with_defaults)
    asked = _part(table, "evidence", model.read_evidence)
    if parties is None:
        raise Problems(tuple(table.problems))
    case = Case(title, model, replace(parties, terms=terms, later=later), asked, rules)
    table.problems += _checked(case)
    finish(table.problems)
    return case


def _checked(case: Case) -> tuple[Problem, ...]:
    """What `check` and `check_evidence` find, as far as the parts could be read."""
    if case.agreement.terms is None:
        shareless = case.model.name == SHARELESS_MODEL
        return check_days(case.agreement) if shareless else check_parties(case.agreement)
    found = case.model.check(case.agreement)
    if case.evidence is None:
        return found
    return found + case.model.check_evidence(case.agreement, case.evidence, case.rules)


def _part(table: Table, key: str, read: Callable[[Mapping[str, object]], Any]) -> Any:
    """What a model reads from the table under a key; None where it could not."""
    given = table.raw.get(key)
    if not isinstance(given, Mapping):
        return None
    try:
        return read(given)
    except Problems as refused:
        table.problems += refused.problems
        return None


def _model(table: Table) -> Model[Any, Any] | None:
    name = table.text("model")
    model = MODELS.get(name)
    if name and model is None:
        table.problem("not_in_list", "model", value=name, allowed=", ".join(MODELS))
    return model


def _read_parties(
    table: Table, model: Model[Any, Any], problems: list[Problem]
) -> AgreementTerms[Any] | None:
    """Days and parties; None where they could not be read."""
    before = len(problems)
    table.table("terms")
    table.has(LATER)
    starts, ends = table.day("starts"), table.day_or_none("ends")
    payee = table.text("payee")
    shareless = model.name == SHARELESS_MODEL
    payers = tuple(_read_payer(row, shareless) for row in table.tables("payers"))
    platform = table.text("platform") if model.name == PLATFORM_MODEL else None
    table.close()
    if len(problems) > before:
        return None
    return AgreementTerms(model.name, starts, ends, payee, payers, None, platform)


def _read_payer(table: Table, shareless: bool) -> Payer:
    payer = Payer(table.text("name"), Fraction(0) if shareless else table.share("share"))
    table.close()
    return payer


def _parsed(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text, parse_float=_decimal)
    except (ValueError, RecursionError) as error:
        told = AT_LINE.search(str(error))
        what = AT_LINE.sub("", str(error)).strip()
        line = int(told.group(1)) if told else None
        raise Problems((Problem("not_toml", "", {"what": what}, line),)) from None


def _decimal(text: str) -> Decimal:
    """An exact decimal; what no decimal can hold is refused where it is read."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def _placed(problems: tuple[Problem, ...], text: str) -> tuple[Problem, ...]:
    """Each problem once, with its line, in the order of the file."""
    found = places(text)
    placed = [replace(problem, line=line_of(found, problem.where)) for problem in problems]
    once = {(p.code, p.where): p for p in placed}
    return tuple(sorted(once.values(), key=lambda p: (p.line or 0, p.where)))
