"""The one interface of the commissioning models, and its values.

`check(agreement)` says what is missing before anyone signs; `assess(agreement, evidence, rules)`
returns a Statement whose lines feed the ledger, the remittance, the person's own page and the
comparison of models, so that a figure is never worked out twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Generic, Protocol, TypeVar

from whatmatters.rules.effective import Dated, in_force
from whatmatters.rules.incentives import Change
from whatmatters.rules.money import share_out
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import Period, cut
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.working_days import HolidayTable

Input = str | int | bool | None | list["Input"] | dict[str, "Input"]
Inputs = Mapping[str, Input]


class EvidenceKind(StrEnum):
    """What a model may read. A *learning* measure has no member: no model can read one."""

    VISIT_MINUTES = "visit_minutes"
    PERIOD = "period"
    JUDGEMENT = "judgement"
    BUNDLE_REVIEW = "bundle_review"
    OPEN_BOOK = "open_book"
    SHIFTS = "shifts"
    SPENDS = "spends"
    ACCOUNT_BALANCE = "account_balance"
    END_STATE = "end_state"
    PLATFORM_MINUTES = "platform_minutes"
    POPULATION_COUNTS = "population_counts"


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays which share. `name` is opaque: a name in a case file, "org:12" in the product."""

    name: str
    share: Fraction


TermsT = TypeVar("TermsT")
EvidenceT = TypeVar("EvidenceT")


@dataclass(frozen=True, slots=True)
class AgreementTerms(Generic[TermsT]):
    """An agreement: days, parties and the model's own terms, each as it stood on its day.

    `terms` hold from the first day; `later` says, in order, from which day on other terms do.
    """

    model: str
    starts: date
    ends: date | None  # last day, included
    payee: str
    payers: tuple[Payer, ...]
    terms: TermsT
    platform: str | None = None
    later: tuple[tuple[date, TermsT], ...] = ()

    def terms_on(self, day: date) -> TermsT:
        """The terms in force on a day."""
        found = self.terms
        for starts, terms in self.later:
            if starts <= day:
                found = terms
        return found

    def parts(self, period: Period) -> tuple[Period, ...]:
        """A period cut at each day from which other terms hold."""
        return cut(period, (starts for starts, _ in self.later))

    def holds(self, day: date) -> bool:
        """Whether a day is one of the agreement's days."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Line:
    """One sum between two parties, with everything that it was worked from.

    `pence` is negative for a clawback; `reason` is a message id; `inputs` are codes and figures
    (dates ISO, exact numbers as text), never names or own words.
    """

    payer: str
    payee: str
    pence: int
    rule: str
    reason: str
    inputs: Inputs
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a model says is due, and what is carried forward."""

    model: str
    lines: tuple[Line, ...]
    carried: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All lines together, in pence; may be below zero."""
        return sum(line.pence for line in self.lines)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps an agreement or a case from being assessed.

    `where` is a key path ("agreement.terms.plan[2].hours"), `line` its place in a file.
    """

    code: str
    where: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    line: int | None = None


class Problems(Refusal):
    """Every problem found, together: nobody should meet them one at a time."""

    code = "problems"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems="; ".join(f"{p.where}: {p.code}" for p in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers that a model may need, each with its days; built by `policy.queries`."""

    bank_holidays: HolidayTable
    late_cancellation_hours: tuple[Dated[int], ...]

    def late_hours_on(self, day: date) -> int:
        """Under how many hours before it a visit of a day is cancelled late."""
        return in_force(self.late_cancellation_hours, day, what="late_cancellation_hours")


@dataclass(frozen=True, slots=True)
class Incentive:
    """What one more hour of need does to the provider (R-TT-05, R-NX-06), from `assess` itself.

    `income_pence` now; `replanned_pence` once the plan has been agreed anew (the same where no
    plan is needed); `surplus_pence` is income less the cost of the hour, where a cost was given.
    """

    model: str
    income_pence: int
    replanned_pence: int
    surplus_pence: int | None = None


class Model(Protocol[TermsT, EvidenceT]):
    """What each module in `commissioning_models` offers."""

    @property
    def name(self) -> str:
        """Its code."""

    @property
    def reads(self) -> frozenset[EvidenceKind]:
        """The kinds of evidence that it may read."""

    def read_terms(self, raw: Mapping[str, object], /) -> TermsT:
        """Terms from plain values, defaults already put in. Raises Problems."""

    def read_evidence(self, raw: Mapping[str, object], /) -> EvidenceT:
        """Evidence from plain values. Raises Problems."""

    def check(self, agreement: AgreementTerms[TermsT], /) -> tuple[Problem, ...]:
        """What is missing before anyone signs."""

    def check_evidence(
        self, agreement: AgreementTerms[TermsT], evidence: EvidenceT, rules: Rules, /
    ) -> tuple[Problem, ...]:
        """What keeps this evidence from being assessed under this agreement."""

    def assess(
        self, agreement: AgreementTerms[TermsT], evidence: EvidenceT, rules: Rules, /
    ) -> Statement:
        """What is due. Deterministic; reads nothing but its arguments."""

    def one_more_hour(
        self, agreement: AgreementTerms[TermsT], rules: Rules, hour_cost: int | None = None, /
    ) -> Incentive:
        """The effect of one more hour of need on the provider; `hour_cost` in pence."""

    def income_changes(
        self, agreement: AgreementTerms[TermsT], rules: Rules, /
    ) -> Mapping[Change, int]:
        """Pence that each change brings the provider at once, from `assess` itself."""


def shared_lines(
    agreement: AgreementTerms[TermsT],
    pence: int,
    *,
    rule: str,
    reason: str,
    inputs: Inputs,
    subject: str = "",
    keep_zero: bool = False,
) -> tuple[Line, ...]:
    """A line, already rounded, shared between the payers: one Line for each that pays.

    Lines of 0 are left out unless the model's rules keep them.
    """
    payers = agreement.payers
    parts = share_out(pence, [payer.share for payer in payers]) if len(payers) > 1 else (pence,)
    return tuple(
        Line(
            payer.name,
            agreement.payee,
            part,
            rule,
            reason,
            _with_share(inputs, pence, payer),
            subject,
        )
        for payer, part in zip(payers, parts, strict=True)
        if part or keep_zero
    )


def part_inputs(part: Period) -> dict[str, Input]:
    """The days of one part of a period that was cut because terms changed."""
    return {"part_first": part.start.isoformat(), "part_last": part.last_day.isoformat()}


def _with_share(inputs: Inputs, pence: int, payer: Payer) -> Inputs:
    if payer.share == 1:
        return inputs
    return {**inputs, "line_pence": pence, "payer_share": exact_text(payer.share)}


def check_days(agreement: AgreementTerms[TermsT]) -> tuple[Problem, ...]:
    """What every model asks of the days, and of the names of those who pay."""
    found = []
    if agreement.ends is not None and agreement.ends < agreement.starts:
        found.append(Problem("ends_before_it_starts", "agreement.ends"))
    if len({payer.name for payer in agreement.payers}) != len(agreement.payers):
        found.append(Problem("named_twice", "agreement.payers"))
    return tuple(found)


def check_parties(agreement: AgreementTerms[TermsT]) -> tuple[Problem, ...]:
    """What a model asks of the days and of the parties, whose shares add to 1."""
    found = list(check_days(agreement))
    if sum(payer.share for payer in agreement.payers) != 1:
        added = exact_text(sum((p.share for p in agreement.payers), Fraction(0)))
        found.append(Problem("shares_do_not_add_to_1", "agreement.payers", {"sum": added}))
    return tuple(found)
