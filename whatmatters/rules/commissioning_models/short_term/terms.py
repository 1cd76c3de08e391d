"""Terms of `short_term`: a price for some weeks, one extension at most, and the quality table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.commissioning import AgreementTerms, Problem, check_parties
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.periods import DAYS_IN_A_WEEK, ONE_DAY
from whatmatters.rules.reading import Table, finish


class EndState(StrEnum):
    """How things stood at the end: a closed list, and one of it is always told."""

    INDEPENDENT = "independent"
    SAME = "same"
    SMALLER = "smaller"
    LARGER = "larger"
    READMITTED = "readmitted"
    DIED = "died"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Terms:
    """Pounds for the weeks; `quality_table`: share of the element (pounds) by end state."""

    price: Fraction
    weeks: int
    extensions: int
    quality_element: Fraction
    quality_table: Mapping[EndState, Fraction]

    @property
    def days(self) -> int:
        """Days of the whole episode, its extension included."""
        return (self.weeks + self.extensions) * DAYS_IN_A_WEEK

    @property
    def total(self) -> int:
        """The episode's price in pence: price + extensions x price / weeks, rounded once."""
        return half_up(pence(self.price) * (1 + Fraction(self.extensions, self.weeks)))


Agreement = AgreementTerms[Terms]


def end_of(agreement: Agreement) -> date:
    """The day after the episode's last day, were it to last as long as its weeks."""
    return agreement.starts + timedelta(days=agreement.terms.days)


def as_it_ran(agreement: Agreement, *, extended: bool, ended_on: date | None) -> Agreement:
    """A signed agreement with what became of it: whether it was extended, and its last day."""
    terms = replace(agreement.terms, extensions=1) if extended else agreement.terms
    return replace(agreement, terms=terms, ends=ended_on)


def read_terms(raw: Mapping[str, object], /) -> Terms:
    """Terms from plain values, defaults already put in. Raises Problems."""
    table = Table(raw, "agreement.terms", [])
    extensions = table.whole("extensions") if table.has("extensions") else 0
    if extensions > 1:
        table.problem("second_extension", "extensions", value=extensions)
    if extensions or table.has("extension_reason"):
        table.text("extension_reason")
    terms = Terms(
        price=table.number("price"),
        weeks=table.whole("weeks", least=1),
        extensions=extensions,
        quality_element=table.number("quality_element"),
        quality_table=dict(_read_table(table.table("quality_table"))),
    )
    table.close()
    finish(table.problems)
    return terms


def _read_table(table: Table) -> Iterator[tuple[EndState, Fraction]]:
    allowed = [state.value for state in EndState]
    for key in table.raw:
        share = table.share(key)
        if key in allowed:
            yield EndState(key), share
        else:
            table.problem("not_in_list", key, value=key, allowed=", ".join(allowed))


def check(agreement: Agreement, /) -> tuple[Problem, ...]:
    """What is missing before anyone signs: a quality table, and days that its weeks hold."""
    found = list(check_parties(agreement))
    if not agreement.terms.quality_table:
        found.append(Problem("no_quality_table", "agreement.terms.quality_table"))
    if agreement.ends is not None and agreement.ends + ONE_DAY > end_of(agreement):
        told = {"day": end_of(agreement) - ONE_DAY}
        found.append(Problem("longer_than_its_weeks", "agreement.ends", told))
    return tuple(found)
