"""Compare ways of paying over a cohort: the same people, the same facts, every model they feed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from whatmatters.access.queries import is_demo
from whatmatters.charging.queries import charged
from whatmatters.commissioning.queries import AgreementFacts
from whatmatters.comparing.queries.cohorts import Cohort, chosen
from whatmatters.comparing.queries.terms import chosen_terms
from whatmatters.comparing.services.charges import Charges, charges
from whatmatters.comparing.services.refusals import (
    DaysTheWrongWay,
    NoCalendar,
    NothingToCompare,
    PeriodNotOver,
    TooManyPeople,
    TooManyPeriods,
)
from whatmatters.comparing.services.supports import supports
from whatmatters.payments.queries import calendar
from whatmatters.policy.comparing import least, most_periods
from whatmatters.policy.queries import dated_rules
from whatmatters.policy.wages import cost_structure
from whatmatters.rules.commissioning_models import MODELS
from whatmatters.rules.comparing.facts import CannotPrice
from whatmatters.rules.comparing.priced import Chosen
from whatmatters.rules.comparing.pricing import Answer, price_as
from whatmatters.rules.comparing.summing import Compared, compared
from whatmatters.rules.effective import NothingInForce
from whatmatters.rules.money import PENCE_IN_A_POUND, half_up, pence
from whatmatters.rules.periods import Period, periods
from whatmatters.rules.wages.price import wage_from

EVERY_MODEL = tuple(MODELS)
Window = tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Who, when, and by which terms. Days are widened to the council's whole payment periods.

    `references`: a contract's reference by way of paying; `rates`: pounds an hour by it.
    """

    cohort: Cohort
    first: date
    last: date
    models: tuple[str, ...] = EVERY_MODEL
    references: Mapping[str, str] = field(default_factory=dict)
    rates: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came out. `in_block`: people whose team is paid for a patch, whom nothing prices.

    `charged`: pence that each person was charged for weeks that begin in these periods; `charges`
    what those would have been charged whom a way of paying prices whole. `wages`:
    the highest wage, pounds an hour, that the price of a planned hour pays by the published
    structure of costs, by way of paying. `invented`: the database is a demonstration.
    """

    asked: Asked
    window: Window
    people: int
    agreements: int
    in_block: int
    terms: Mapping[str, Chosen]
    models: tuple[Compared, ...]
    charged: Mapping[int, int]
    charges: Mapping[str, Charges]
    wages: Mapping[str, Fraction]
    invented: bool


def compare(
    council_id: int,
    asked: Asked,
    *,
    today: date,
    most_people: int | None = None,
    told: Callable[[int, int], None] = lambda done, of: None,
) -> Comparison:
    """Every way of paying that was asked for. Writes nothing; `told` hears how far it is.

    Raises NoCalendar, DaysTheWrongWay, PeriodNotOver, TooManyPeriods, TooManyPeople,
    NothingToCompare, NobodyLikeThat, NoSuchContract.
    """
    anchor = calendar(council_id)
    if anchor is None:
        raise NoCalendar()
    window = _window(asked, anchor, today)
    held = chosen(council_id, asked.cohort, Period(window[0].start, window[-1].end))
    if not held.people:
        raise NothingToCompare()
    if most_people is not None and len(held.people) > most_people:
        raise TooManyPeople(people=len(held.people), most=most_people)
    terms = chosen_terms(council_id, window[-1].last_day, asked.references, asked.rates)
    answers = _answers(council_id, asked, held.agreements, window, anchor, terms, told)
    models = _models(answers, held.in_block, window)
    first, last = window[0].start, window[-1].last_day
    paid = charged(council_id, held.people, first, last)
    return Comparison(
        asked,
        window,
        people=len(held.people),
        agreements=len(held.agreements),
        in_block=len(held.in_block),
        terms=terms,
        models=models,
        charged=paid,
        charges=charges(council_id, answers, paid, window),
        wages=_wages(models, last),
        invented=is_demo(),
    )


def _models(
    answers: Mapping[str, list[tuple[int, Answer]]], in_block: frozenset[int], window: Window
) -> tuple[Compared, ...]:
    blocked = [(person, CannotPrice.IN_A_BLOCK) for person in sorted(in_block)]
    return tuple(
        compared(model, [*found, *blocked], window, dated_rules(), least())
        for model, found in answers.items()
    )


def _wages(models: tuple[Compared, ...], on: date) -> dict[str, Fraction]:
    try:
        cost = cost_structure(on)
    except NothingInForce:
        return {}
    return {
        one.model: wage_from(_pounds(one.hour), cost)
        for one in models
        if one.hour is not None and one.hour > 0
    }


def _pounds(hour: Fraction) -> Decimal:
    return Decimal(half_up(pence(hour))) / PENCE_IN_A_POUND


def _window(asked: Asked, anchor: date, today: date) -> Window:
    if asked.last < asked.first:
        raise DaysTheWrongWay()
    window = tuple(periods(asked.first, asked.last, anchor))
    if window[-1].end > today:
        raise PeriodNotOver(ends=window[-1].last_day)
    if len(window) > most_periods():
        raise TooManyPeriods(periods=len(window), most=most_periods())
    return window


def _answers(
    council_id: int,
    asked: Asked,
    rows: tuple[AgreementFacts, ...],
    window: Window,
    anchor: date,
    terms: Mapping[str, Chosen],
    told: Callable[[int, int], None],
) -> dict[str, list[tuple[int, Answer]]]:
    """By way of paying, the answer for each agreement that earned in these periods."""
    found: dict[str, list[tuple[int, Answer]]] = {model: [] for model in asked.models}
    rules = dated_rules()
    for done, (support, person) in enumerate(supports(council_id, rows, window, anchor), start=1):
        if support is None:
            for held in found.values():
                held.append((person, CannotPrice.NOT_ASSESSED))
        elif any(support.ran_in(period) or period in support.lines for period in window):
            for model, held in found.items():
                held.append((person, price_as(model, support, terms.get(model), window, rules)))
        told(done, len(rows))
    return found
