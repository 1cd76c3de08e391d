"""What one way of paying comes to for a whole cohort, beside what was really paid for the same.

Only like is set beside like: a difference is worked out from the supports that the way of paying
prices anew, against the same supports as they were, person by person.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models import MODELS
from whatmatters.rules.comparing.at_stake import share_at_stake
from whatmatters.rules.comparing.estimates import Estimate, Quantiles, Verdict, estimate, verdict
from whatmatters.rules.comparing.facts import CannotPrice, LeftOut, in_days
from whatmatters.rules.comparing.priced import Priced
from whatmatters.rules.comparing.pricing import Answer
from whatmatters.rules.money import PENCE_IN_A_POUND, half_up
from whatmatters.rules.periods import Period

NOTHING = Fraction(0)
# Who is paid then is the person, and nobody knows whom she pays.
TO_THE_PERSON = frozenset({"direct_payment"})


@dataclass(frozen=True, slots=True)
class Least:
    """How many are needed before an interval is told, and the quantiles that it is worked by."""

    people: int
    periods: int
    quantiles: Quantiles


@dataclass(frozen=True, slots=True)
class Income:
    """Pence that a provider has from these people in a period: as it was, as it would be."""

    provider: str
    people: int
    was: Estimate | None
    would: Estimate | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One way of paying. Sums in pence of all periods; counts are of people.

    `own` is the part of `pence` that is paid so already; `as_it_was` what the same supports came to
    under their own ways of paying; `difference` the pence of a person in a period more than that,
    of those priced anew; `partly`: of some of these a part is left out. `hour` is pounds of one
    planned hour. `at_stake`: the most that could be taken back of `pence`.
    """

    model: str
    people: int
    as_they_are: int
    anew: int
    supports: int
    payers: Mapping[str, int]
    pence: int
    own: int
    as_it_was: int
    difference: Estimate | None
    incomes: tuple[Income, ...]
    hours: Fraction
    hour: Fraction | None
    at_stake: int
    signs: Mapping[tuple[bool, bool, bool], int]
    why_not: Mapping[CannotPrice, int]
    left_out: Mapping[LeftOut, int]
    partly: bool

    @property
    def verdict(self) -> Verdict:
        """Whether it costs more or less than what was, of those priced anew.

        Everything that can be left out of a price would only lower it.
        """
        return verdict(self.difference, at_most=self.partly)


def compared(
    model: str,
    answers: Sequence[tuple[int, Answer]],
    window: tuple[Period, ...],
    rules: Rules,
    least: Least,
) -> Compared:
    """One way of paying, from the answer for each support (with whose it is)."""
    priced = [one for _, one in answers if isinstance(one, Priced)]
    anew = [one for one in priced if one.anew]
    hours, of_hours = _hours(priced, window)
    return Compared(
        model=model,
        people=_people(priced),
        as_they_are=_people(one for one in priced if not one.anew),
        anew=_people(anew),
        supports=len(priced),
        payers=_payers(priced, window),
        pence=_pence(priced, window),
        own=_pence((one for one in priced if not one.anew), window),
        as_it_was=sum(_was(one, period) for one in priced for period in window),
        difference=_difference(anew, window, least),
        incomes=() if model in TO_THE_PERSON else _incomes(priced, window, least),
        hours=hours,
        hour=Fraction(of_hours, PENCE_IN_A_POUND) / hours if hours else None,
        at_stake=half_up(
            sum((share_at_stake(p.agreement, rules) * _paid(p, window) for p in priced), NOTHING)
        ),
        signs=_signs(model, priced, rules),
        why_not=_counted((who, one) for who, one in answers if isinstance(one, CannotPrice)),
        left_out=_counted((p.support.person, out) for p in priced for out in p.left_out),
        partly=any(one.left_out for one in anew),
    )


def _people(priced: Iterable[Priced]) -> int:
    return len({one.support.person for one in priced})


def _counted(found: Iterable[tuple[int, object]]) -> dict:  # type: ignore[type-arg]
    """How many people each reason is told of, the most first."""
    return dict(Counter(why for _, why in sorted(set(found), key=str)).most_common())


def _pence(priced: Iterable[Priced], window: tuple[Period, ...]) -> int:
    return sum(one.pence(period) for one in priced for period in window)


def _paid(one: Priced, window: tuple[Period, ...]) -> int:
    """What was paid before anything was taken back."""
    lines = (line for period in window for line in one.lines.get(period, ()))
    return sum(line.pence for line in lines if line.pence > 0)


def _was(one: Priced, period: Period) -> int:
    return sum(line.pence for line in one.support.lines.get(period, ()))


def _payers(priced: Iterable[Priced], window: tuple[Period, ...]) -> dict[str, int]:
    found: defaultdict[str, int] = defaultdict(int)
    for one in priced:
        for period in window:
            for line in one.lines.get(period, ()):
                found[line.payer] += line.pence
    return dict(sorted(found.items(), key=lambda row: (-row[1], row[0])))


def _difference(
    anew: Iterable[Priced], window: tuple[Period, ...], least: Least
) -> Estimate | None:
    """Of each person the pence more in a period in which she had support; then over people."""
    more: defaultdict[int, int] = defaultdict(int)
    periods: defaultdict[int, set[Period]] = defaultdict(set)
    for one in anew:
        who = one.support.person
        for period in window:
            if one.support.ran_in(period):
                more[who] += one.pence(period) - _was(one, period)
                periods[who].add(period)
    figures = [more[who] / len(held) for who, held in sorted(periods.items())]
    return estimate(figures, quantiles=least.quantiles, least=least.people)


def _incomes(
    priced: Sequence[Priced], window: tuple[Period, ...], least: Least
) -> tuple[Income, ...]:
    by_payee: defaultdict[str, list[Priced]] = defaultdict(list)
    for one in priced:
        by_payee[one.agreement.payee].append(one)

    def told(figures: list[int]) -> Estimate | None:
        return estimate(figures, quantiles=least.quantiles, least=least.periods)

    return tuple(
        Income(
            payee,
            _people(held),
            told([sum(_was(one, period) for one in held) for period in window]),
            told([sum(one.pence(period) for one in held) for period in window]),
        )
        for payee, held in sorted(by_payee.items())
    )


def _hours(priced: Iterable[Priced], window: tuple[Period, ...]) -> tuple[Fraction, int]:
    """Planned hours of these periods, and the pence of those whose hours are known."""
    hours, pence = NOTHING, 0
    for one in priced:
        support = one.support
        if support.planned is None or support.planned.hours is None:
            continue
        for period in window:
            held = period.overlap(support.first, support.last)
            if held is not None:
                hours += in_days(support.planned.hours, (held[1] - held[0]).days + 1)
                pence += one.pence(period)
    return hours, pence


def _signs(
    model: str, priced: Iterable[Priced], rules: Rules
) -> dict[tuple[bool, bool, bool], int]:
    """(more at once, less at once, more once agreed anew) by how many supports pull that way."""
    told = (MODELS[model].one_more_hour(one.agreement, rules) for one in priced)
    return dict(Counter(map(sign_of, told)).most_common())


def sign_of(told: Incentive) -> tuple[bool, bool, bool]:
    """Which way one more hour of need pulls."""
    return told.income_pence > 0, told.income_pence < 0, told.replanned_pence > 0
