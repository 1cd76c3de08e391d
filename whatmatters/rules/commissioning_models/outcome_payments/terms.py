"""What the three agreed: the plan's lines, the rates, and how a penalty is worked."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.commissioning import AgreementTerms, Problem, check_parties
from whatmatters.rules.reading import Table, finish


class Band(StrEnum):
    """Which agreed rate an hour of the plan has."""

    STANDARD = "standard"
    SPECIALIST = "specialist"


class Base(StrEnum):
    """What a penalty is a share of: the whole price, or the lines that serve payable outcomes."""

    WHOLE = "whole"
    PAYABLE = "payable"


class Collect(StrEnum):
    """How a penalty is recovered (R-WI-20)."""

    SET_OFF = "set_off"
    RETENTION = "retention"
    REPAYMENT = "repayment"


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One thing in the plan: planned hours of a band, or a brokered cost in pounds.

    An already-funded source makes it cost 0; the line stays in the plan (R-WI-04).
    """

    what: str
    band: Band | None = None
    hours: Fraction | None = None
    cost: Fraction | None = None
    funded_by: str | None = None
    serves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """Rates in pounds an hour; ceiling, floor, shares and delays from 0 to 1."""

    standard_rate: Fraction | None
    specialist_rate: Fraction | None
    plan: tuple[PlanLine, ...]
    ceiling: Fraction
    floor: Fraction
    base: Base
    grace_working_days: int
    collect: Collect
    retention_share: Fraction
    unrecorded_delay: Fraction
    # R-WI-19: whether dissatisfaction alone brings a penalty, and what share of the base it is.
    dissatisfaction_alone: bool = False
    dissatisfaction_share: Fraction | None = None


Agreement = AgreementTerms[Terms]
# The plan and what an hour of it costs were agreed by three for the whole plan (R-WI-04, R-WI-05).
AGREED_ONCE = frozenset({"plan", "standard_rate", "specialist_rate"})


def terms_judged(agreement: Agreement) -> Terms:
    """The terms that a judgement is worked under: those of the plan's last day.

    What comes into force later touches no plan that is over, however late it is judged.
    """
    return agreement.terms if agreement.ends is None else agreement.terms_on(agreement.ends)


def read_terms(raw: Mapping[str, object], /) -> Terms:
    """Terms from plain values, defaults already put in. Raises Problems."""
    table = Table(raw, "agreement.terms", [])
    terms = Terms(
        standard_rate=table.number_or_none("standard_rate"),
        specialist_rate=table.number_or_none("specialist_rate"),
        plan=tuple(_read_line(row) for row in table.tables("plan")),
        ceiling=table.share("ceiling"),
        floor=table.share("floor"),
        base=table.code("base", Base),
        grace_working_days=table.whole("grace_working_days"),
        collect=table.code("collect", Collect),
        retention_share=table.share("retention_share"),
        unrecorded_delay=table.share("unrecorded_delay"),
        dissatisfaction_alone=table.flag("dissatisfaction_alone", absent=False),
        dissatisfaction_share=table.share_or_none("dissatisfaction_share"),
    )
    if terms.dissatisfaction_alone and not table.has("dissatisfaction_share"):
        table.problem("dissatisfaction_needs_share", "dissatisfaction_share")
    table.close()
    finish(table.problems)
    return terms


def _read_line(table: Table) -> PlanLine:
    line = PlanLine(
        what=table.text("what"),
        band=table.code("band", Band) if table.has("band") else None,
        hours=table.number_or_none("hours"),
        cost=table.number_or_none("cost"),
        funded_by=table.text("funded_by") if table.has("funded_by") else None,
        serves=table.texts("serves"),
    )
    _check_line(table, line)
    table.close()
    return line


def _check_line(table: Table, line: PlanLine) -> None:
    """Either band and hours, or a cost; a funded line needs neither, since it costs 0."""
    timed = line.band is not None or line.hours is not None
    if timed and line.cost is not None:
        table.problem("hours_and_cost", "cost")
    elif line.funded_by is None and not timed and line.cost is None:
        table.problem("neither_hours_nor_cost", "hours")
    elif line.funded_by is None and timed:
        for key in ("band", "hours"):
            if not table.has(key):
                table.problem("missing_key", key)


def check(agreement: Agreement, /) -> tuple[Problem, ...]:
    """What is missing before anyone signs: an end, a line, and a rate for every band in use."""
    terms = agreement.terms
    found = list(check_parties(agreement))
    if agreement.ends is None:
        found.append(Problem("missing_key", "agreement.ends"))
    if not terms.plan:
        found.append(Problem("empty_plan", "agreement.terms.plan"))
    used = {line.band for line in terms.plan if line.funded_by is None}
    rates = {Band.STANDARD: terms.standard_rate, Band.SPECIALIST: terms.specialist_rate}
    found += [
        Problem("missing_key", f"agreement.terms.{band}_rate")
        for band, rate in rates.items()
        if band in used and rate is None
    ]
    return tuple(found)
