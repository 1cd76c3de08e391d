"""What this model may read: the days asked about, and the three-way judgement. Never a minute."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.commissioning import Problem, Rules
from whatmatters.rules.commissioning_models.outcome_payments.terms import (
    Agreement,
    Base,
    terms_judged,
)
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.outcomes import Satisfaction
from whatmatters.rules.periods import Period
from whatmatters.rules.reading import Table, finish, named_once, period_or_none
from whatmatters.rules.working_days import BeyondHolidayTable, working_days_between

TENTHS = 10


class Cause(StrEnum):
    """Why an outcome was not (fully) achieved, as the council found."""

    PROVIDER = "provider"
    CIRCUMSTANCES = "circumstances"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class JudgedOutcome:
    """The council's finding on one outcome. `achieved` is a share from 0 to 1, in tenths."""

    id: str
    payable: bool
    achieved: Fraction | None = None
    weight: Fraction | None = None
    cause: Cause | None = None
    off_track_on: date | None = None
    exception_on: date | None = None
    retired: bool = False

    @property
    def missed(self) -> bool:
        """Whether a penalty could follow: payable, not retired, and not wholly achieved."""
        return self.payable and not self.retired and self.achieved != 1

    @property
    def provider_missed(self) -> bool:
        """Whether a penalty does follow."""
        return self.missed and self.cause is Cause.PROVIDER


@dataclass(frozen=True, slots=True)
class Judgement:
    """The findings of one judgement; none where a plan ended before its outcomes were due."""

    judged_on: date
    outcomes: tuple[JudgedOutcome, ...]
    # How the person feels about the support, asked apart from what was achieved (R-WI-19).
    satisfaction: Satisfaction | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """`earned_until`: the last day earned where the plan ended early (a death's day included).
    `overdue_until`: the last day of support past the plan's end while the review is late.
    """

    period: Period | None = None
    judgement: Judgement | None = None
    earned_until: date | None = None
    overdue_until: date | None = None


def read_evidence(raw: Mapping[str, object], /) -> Evidence:
    """`period` for an instalment, or `judged_on` and `outcomes` for the judgement, or both."""
    table = Table(raw, "evidence", [])
    period = period_or_none(table, "period")
    judged = [key for key in ("judged_on", "outcomes", "satisfaction") if table.has(key)]
    judgement = _read_judgement(table) if judged else None
    if period is None and judgement is None:
        table.problem("missing_key", "period")
    table.close()
    finish(table.problems)
    return Evidence(period, judgement)


def _read_judgement(table: Table) -> Judgement:
    rows = table.tables("outcomes")
    told = table.code("satisfaction", Satisfaction) if table.has("satisfaction") else None
    judgement = Judgement(table.day("judged_on"), tuple(_read_outcome(row) for row in rows), told)
    names = [outcome.id for outcome in judgement.outcomes]
    named_once(zip(rows, names, strict=True), "id")
    return judgement


def _read_outcome(table: Table) -> JudgedOutcome:
    payable = table.flag("payable")
    retired = table.flag("retired", absent=False)
    counts = payable and not retired
    outcome = JudgedOutcome(
        id=table.text("id"),
        payable=payable,
        achieved=table.share("achieved") if counts else table.share_or_none("achieved"),
        weight=table.share_or_none("weight"),
        cause=table.code("cause", Cause) if table.has("cause") else None,
        off_track_on=table.day_or_none("off_track_on"),
        exception_on=table.day_or_none("exception_on"),
        retired=retired,
    )
    if outcome.achieved is not None and (outcome.achieved * TENTHS).denominator != 1:
        table.problem("not_in_tenths", "achieved", value=exact_text(outcome.achieved))
    table.close()
    return outcome


def check_evidence(
    agreement: Agreement, evidence: Evidence, rules: Rules, /
) -> tuple[Problem, ...]:
    """Weights, causes and days that do not hold together."""
    judgement = evidence.judgement
    if judgement is None:
        return ()
    found = []
    if judgement.judged_on < agreement.starts:
        found.append(Problem("judged_before_it_starts", "evidence.judged_on"))
    found += _weight_problems(judgement)
    found += _serves_problems(agreement, judgement)
    for i, outcome in enumerate(judgement.outcomes):
        where = f"evidence.outcomes[{i}]"
        found += _day_problems(agreement, evidence.period, outcome, where)
        if outcome.missed and outcome.cause is None:
            found.append(Problem("missing_key", f"{where}.cause"))
        if outcome.provider_missed and not _inside_table(outcome, rules):
            found.append(Problem("beyond_holiday_table", f"{where}.exception_on"))
    return tuple(found)


def weights(judgement: Judgement) -> dict[str, Fraction]:
    """The weight of each payable outcome; exactly 1/n each where none was given."""
    payable = [outcome for outcome in judgement.outcomes if outcome.payable]
    equal = Fraction(1, len(payable) or 1)
    return {o.id: equal if o.weight is None else o.weight for o in payable}


def _weight_problems(judgement: Judgement) -> Iterator[Problem]:
    rows = [(i, outcome) for i, outcome in enumerate(judgement.outcomes) if outcome.payable]
    given = [outcome.weight for _, outcome in rows if outcome.weight is not None]
    if not given:
        return
    if len(given) < len(rows):
        for i, outcome in rows:
            if outcome.weight is None:
                yield Problem("weights_all_or_none", f"evidence.outcomes[{i}].weight")
    elif sum(given) != 1:
        added = exact_text(sum(given, Fraction(0)))
        yield Problem("weights_do_not_add_to_1", "evidence.outcomes", {"sum": added})


def _serves_problems(agreement: Agreement, judgement: Judgement) -> Iterator[Problem]:
    """Where the base is the payable share, a line that serves an outcome nobody judged decides."""
    if terms_judged(agreement).base is not Base.PAYABLE:
        return
    known = {outcome.id for outcome in judgement.outcomes}
    for i, line in enumerate(agreement.terms.plan):
        for served in line.serves:
            if served not in known:
                where = f"agreement.terms.plan[{i}].serves"
                yield Problem("unknown_outcome", where, {"value": served})


def _day_problems(
    agreement: Agreement, period: Period | None, outcome: JudgedOutcome, where: str
) -> Iterator[Problem]:
    days = {"off_track_on": outcome.off_track_on, "exception_on": outcome.exception_on}
    for key, day in days.items():
        if day is None or (agreement.holds(day) and (period is None or day in period)):
            continue
        yield Problem("outside_the_agreement", f"{where}.{key}", {"day": day})


def _inside_table(outcome: JudgedOutcome, rules: Rules) -> bool:
    if outcome.off_track_on is None or outcome.exception_on is None:
        return True
    try:
        working_days_between(outcome.off_track_on, outcome.exception_on, rules.bank_holidays)
    except BeyondHolidayTable:
        return False
    return True
