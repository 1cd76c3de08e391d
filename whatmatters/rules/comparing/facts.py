"""What is recorded of one person's support in the periods compared, whatever way it was paid."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from whatmatters.rules.commissioning import AgreementTerms, Line
from whatmatters.rules.periods import DAYS_IN_A_WEEK, Period


class Source(StrEnum):
    """Where a figure is from: said on the page, a contract, our default, or what she has now."""

    STATED = "stated"
    CONTRACT = "contract"
    DEFAULT = "default"
    RECORDED = "recorded"


class CannotPrice(StrEnum):
    """Why a way of paying has no price for somebody's support."""

    NO_VISITS = "no_visits"
    NO_HOURS = "no_hours"
    NO_SHIFTS = "no_shifts"
    NO_EPISODE = "no_episode"
    NO_PLATFORM_TIME = "no_platform_time"
    NO_POPULATION = "no_population"
    A_PATCH = "a_patch"
    COSTS_BESIDE_HOURS = "costs_beside_hours"
    TERMS_REFUSED = "terms_refused"
    NOT_ASSESSED = "not_assessed"
    IN_A_BLOCK = "in_a_block"


class LeftOut(StrEnum):
    """What a price holds nothing of, because nobody recorded it."""

    JUDGEMENT = "judgement"
    REVIEW = "review"
    UNSPENT = "unspent"
    CONTRIBUTION = "contribution"


@dataclass(frozen=True, slots=True)
class Planned:
    """What was agreed for a week: exact hours (None: no hours were agreed) and exact pounds.

    `pounds` is the whole of it; `beside` the part that is no price of an hour (brokered costs).
    """

    hours: Fraction | None
    pounds: Fraction
    beside: Fraction = Fraction(0)

    @property
    def hour(self) -> Fraction | None:
        """Pounds of one planned hour; None where no hours were agreed."""
        return (self.pounds - self.beside) / self.hours if self.hours else None


@dataclass(frozen=True, slots=True)
class Support:
    """One agreement of one person. `first` and `last` are its days that earn (None: it runs).

    `lines` are what the model and the terms in force bring, by the period that they are about;
    `refused`: they could not be assessed; `left_out`: some of it waits. `delivered`: minutes by
    day, None where nobody records any, or where a way of paying may not read them.
    """

    person: int
    agreement: AgreementTerms[Any]
    first: date
    last: date | None
    lines: Mapping[Period, tuple[Line, ...]]
    planned: Planned | None
    delivered: Mapping[date, int] | None = None
    refused: bool = False
    left_out: frozenset[LeftOut] = frozenset()

    @property
    def model(self) -> str:
        """How it was paid."""
        return self.agreement.model

    def ran_in(self, period: Period) -> bool:
        """Whether it earned on a day of the period."""
        return period.overlap(self.first, self.last) is not None


def in_a_week(whole: Fraction, days: int) -> Fraction:
    """The part of so many days' whole that one week has."""
    return whole * DAYS_IN_A_WEEK / days


def in_days(weekly: Fraction, days: int) -> Fraction:
    """What a week's amount comes to in so many days."""
    return weekly * days / DAYS_IN_A_WEEK
