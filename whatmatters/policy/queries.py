"""Reading policy: dated numbers with their source. The only reader of the TOML files beside it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from whatmatters.rules.commissioning import Rules
from whatmatters.rules.effective import Dated, NothingInForce, in_force
from whatmatters.rules.periods import ONE_DAY
from whatmatters.rules.working_days import HolidayTable

SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Setting:
    """A default with whose tradition it follows, why, and its known risk (R-TE-02).

    `term`: whether an agreement may set it; otherwise it is a rule of the model. `later` says from
    which day on another value holds, in order.
    """

    key: str
    value: object
    tradition: str
    why: str
    risk: str
    term: bool
    later: tuple[tuple[date, object], ...] = ()
    tradition_cy: str = ""
    why_cy: str = ""
    risk_cy: str = ""

    def dated(self) -> tuple[Dated[object], ...]:
        """Each value with its days, from the first day there is."""
        starts = [date.min, *(day for day, _ in self.later)]
        ends = [day - ONE_DAY for day in starts[1:]]
        values = [self.value, *(value for _, value in self.later)]
        return tuple(Dated(*row) for row in zip(starts, [*ends, None], values, strict=True))


@dataclass(frozen=True, slots=True)
class PayRate:
    """Pounds (an hour, a mile or a week, as the band says), how we know it, and where from."""

    scheme: str
    band: str
    pounds: Decimal
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class EligibilityOutcome:
    """One outcome of a nation's eligibility rule. `ref` is its letter or number in the law."""

    ref: str
    text: str
    instrument: str
    status: str


@dataclass(frozen=True, slots=True)
class Eligibility:
    """A nation's rule: how many outcomes must be unmet, and which there are (R-EL-01)."""

    nation: str
    starts: date
    outcomes_needed: int
    outcomes: tuple[EligibilityOutcome, ...]
    source: str
    status: str


@lru_cache
def read_policy(folder: str, name: str) -> Mapping[str, Any]:
    """A policy file with exact decimals. FileNotFoundError where there is none."""
    text = files("whatmatters.policy").joinpath(folder, f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text, parse_float=Decimal)


@lru_cache
def bank_holidays() -> HolidayTable:
    """Bank holidays of England and Wales and the days that the table covers."""
    raw = read_policy("national", "bank_holidays")
    days = frozenset(row["date"] for row in raw["holidays"])
    return HolidayTable(days, raw["covers_from"], raw["covers_until"])


@lru_cache
def settings_of(model: str) -> tuple[Setting, ...]:
    """Each setting of a model with its default; none for a model without a file."""
    try:
        raw = read_policy("defaults", model)
    except FileNotFoundError:
        return ()
    return tuple(
        Setting(
            key,
            row["value"],
            row["tradition"],
            row["why"],
            row["risk"],
            row.get("term", True),
            tuple((later["starts"], later["value"]) for later in row.get("later", ())),
            row["tradition_cy"],
            row["why_cy"],
            row["risk_cy"],
        )
        for key, row in raw.items()
    )


def defaults(model: str) -> dict[str, object]:
    """The default of each term that an agreement under this model may leave out."""
    return {setting.key: setting.value for setting in settings_of(model) if setting.term}


def with_defaults(model: str, given: Mapping[str, object]) -> dict[str, object]:
    """Terms with each default put in where nothing was said: what an agreement then stores."""
    return {**defaults(model), **given}


@lru_cache
def dated_rules() -> Rules:
    """The numbers that models need, each with its days: a model asks for the one of the day."""
    late = next(s for s in settings_of("time_and_task") if s.key == "late_cancellation_hours")
    return Rules(
        bank_holidays=bank_holidays(),
        late_cancellation_hours=tuple(
            Dated(row.starts, row.ends, _whole(row.value)) for row in late.dated()
        ),
    )


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("late_cancellation_hours is a whole number of hours")
    return value


def pay_rate(scheme: str, band: str, on: date) -> PayRate:
    """The rate in force on a day. NothingInForce where no row holds, TwoInForce where two do."""
    rows = [
        Dated(row["starts"], row.get("ends"), _pay_rate(row))
        for row in read_policy("national", "pay_rates")["rates"]
        if row["scheme"] == scheme and row["band"] == band
    ]
    return in_force(rows, on, what=f"{scheme}: {band}")


def wage_floor(on: date) -> Decimal:
    """The National Living Wage (21 and over) on a day, only from a row that was seen."""
    rate = pay_rate("NMW", "NLW 21+", on)
    if rate.status != SEEN:
        raise NothingInForce(what="wage floor that was seen", on=on)
    return rate.pounds


def wage_floors() -> tuple[Dated[Decimal], ...]:
    """Every National Living Wage (21 and over) that was seen, with its days."""
    rows = read_policy("national", "pay_rates")["rates"]
    seen = [row for row in rows if (row["scheme"], row["band"]) == ("NMW", "NLW 21+")]
    return tuple(
        Dated(row["starts"], row.get("ends"), _pay_rate(row).pounds)
        for row in sorted(seen, key=lambda row: row["starts"])
        if row["status"] == SEEN
    )


def eligibility(nation: str, on: date) -> Eligibility:
    """A nation's ("england", "wales") eligibility rule on a day. NothingInForce before it."""
    raw = read_policy("national", f"eligibility_{nation}")
    if on < raw["starts"]:
        raise NothingInForce(what=f"eligibility in {nation}", on=on)
    outcomes = tuple(EligibilityOutcome(**row) for row in raw["outcomes"])
    return Eligibility(
        nation, raw["starts"], raw["outcomes_needed"], outcomes, raw["source"], raw["status"]
    )


def period_days() -> int:
    """Days of a payment period."""
    return int(read_policy("national", "payment_period")["days"])


def overdue_escalation_days() -> tuple[int, ...]:
    """Days past a plan's end at which its late review is escalated."""
    return tuple(read_policy("national", "payment_period")["overdue_escalates_after_days"])


def urgent_start_days() -> int:
    """Days within which an urgent start is agreed by three."""
    return int(read_policy("national", "payment_period")["urgent_start_agreed_within_days"])


def too_few_to_tell_below() -> int:
    """The least denominator of a rate that may be shown."""
    return int(read_policy("national", "measures")["too_few_to_tell_below"])


def wilson_z() -> float:
    """The normal quantile of the intervals that we show."""
    return float(read_policy("national", "measures")["wilson_z"])


def _pay_rate(row: Mapping[str, Any]) -> PayRate:
    return PayRate(row["scheme"], row["band"], row["pounds"], row["status"], row["source"])
