"""A price with a quality element, tried on episodes that are over before it is used (R-TR-04).

Each is priced by `short_term` itself: its days as they were, its end as it was told, and the
quality element only where it was followed up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from whatmatters.rules.commissioning import AgreementTerms, Payer, Rules
from whatmatters.rules.commissioning_models import short_term
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.periods import ONE_DAY, Period

MODEL = "short_term"


@dataclass(frozen=True, slots=True)
class Past:
    """An episode that is over: its days, whether it had a week more, how it ended."""

    starts: date
    ended_on: date
    extended: bool
    state: EndState
    followed_up: bool


@dataclass(frozen=True, slots=True)
class Priced:
    """What all that ended in one way would be paid: pence for days, and for how they ended."""

    state: EndState
    episodes: int
    followed_up: int
    days_pence: int
    quality_pence: int

    @property
    def pence(self) -> int:
        """Both together."""
        return self.days_pence + self.quality_pence


def priced(terms: short_term.Terms, past: Iterable[Past], rules: Rules) -> tuple[Priced, ...]:
    """By how they ended, in the order of `EndState`; a way in which none ended is left out."""
    held = list(past)
    found = ((state, [one for one in held if one.state is state]) for state in EndState)
    return tuple(_of_state(terms, state, some, rules) for state, some in found if some)


def _of_state(terms: short_term.Terms, state: EndState, some: list[Past], rules: Rules) -> Priced:
    followed = [one for one in some if one.followed_up]
    return Priced(
        state,
        len(some),
        len(followed),
        sum(_days(terms, one, rules) for one in some),
        sum(_quality(terms, one, rules) for one in followed),
    )


def _ran(terms: short_term.Terms, one: Past) -> AgreementTerms[short_term.Terms]:
    payers = (Payer("", Fraction(1)),)
    signed = AgreementTerms(MODEL, one.starts, None, "", payers, terms)
    return short_term.as_it_ran(signed, extended=one.extended, ended_on=one.ended_on)


def _days(terms: short_term.Terms, one: Past, rules: Rules) -> int:
    whole = Period(one.starts, one.ended_on + ONE_DAY)
    seen = short_term.Evidence(period=whole, end_state=one.state)
    return short_term.assess(_ran(terms, one), seen, rules).total


def _quality(terms: short_term.Terms, one: Past, rules: Rules) -> int:
    seen = short_term.Evidence(end_state=one.state, followed_up_on=one.ended_on)
    return short_term.assess(_ran(terms, one), seen, rules).total
