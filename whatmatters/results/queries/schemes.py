"""Contracts that pay results: with whom, of which population, measured over which days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from whatmatters.commissioning.queries import (
    AgreementFacts,
    ContractFacts,
    agreement_facts,
    agreement_terms,
    agreements_of_sources,
    contract_facts,
)
from whatmatters.results.models import ResultAgreed
from whatmatters.rules.commissioning import AgreementTerms
from whatmatters.rules.commissioning_models import community_outcome
from whatmatters.rules.periods import Period

SOURCE = "results"
MODEL = community_outcome.name


def measured(starts: date, weeks: int, number: int) -> Period:
    """The measured period of a number, one after another from the first day."""
    length = timedelta(weeks=weeks)
    first = starts + (number - 1) * length
    return Period(first, first + length)


@dataclass(frozen=True, slots=True)
class SchemeFacts:
    """A contract that pays results, the agreement that was signed, and what is counted."""

    contract: ContractFacts
    agreement: AgreementFacts
    population: str
    event: str
    weeks: int
    expected: int

    @property
    def id(self) -> int:
        """Named by its contract: its results are agreed once."""
        return self.contract.id

    @property
    def starts(self) -> date:
        """The first day that is measured."""
        return self.agreement.starts

    @property
    def last_day(self) -> date | None:
        """The last day, where there is one."""
        days = [day for day in (self.agreement.ends, self.agreement.ended_on) if day is not None]
        return min(days, default=None)

    @property
    def never(self) -> bool:
        """Whether it was ended before its first day: nothing is measured."""
        return self.last_day is not None and self.last_day < self.starts

    @property
    def terms(self) -> AgreementTerms[community_outcome.Terms]:
        """As the rules read it; its terms are agreed once."""
        return agreement_terms(self.agreement)  # type: ignore[return-value]

    def measured(self, number: int) -> Period:
        """The days of a measured period."""
        return measured(self.starts, self.weeks, number)

    def holds(self, number: int) -> bool:
        """Whether a measured period is one of the contract's, whole."""
        last = self.last_day
        return number >= 1 and (last is None or self.measured(number).last_day <= last)

    def over_by(self, today: date) -> Iterator[tuple[int, Period]]:
        """Measured periods that are over before a day, in order."""
        number = 1
        while self.holds(number) and self.measured(number).end <= today:
            yield number, self.measured(number)
            number += 1


def schemes(
    council_id: int, *, ids: Iterable[int] | None = None, provider_id: int | None = None
) -> tuple[SchemeFacts, ...]:
    """Those signed, by contract; of these contracts, of one provider, or all. Five queries."""
    held = {
        one.id: one
        for one in contract_facts(council_id, ids)
        if one.model == MODEL and provider_id in (None, one.provider_id)
    }
    signed = agreements_of_sources(council_id, SOURCE, held) if held else {}
    facts = {one.id: one for one in agreement_facts(council_id, ids=signed.values())}
    rows = ResultAgreed.objects.of(council_id).filter(contract_id__in=sorted(signed))
    columns = ("contract_id", "population", "event", "weeks", "expected")
    told = {pk: rest for pk, *rest in rows.values_list(*columns)}
    return tuple(SchemeFacts(held[pk], facts[one], *told[pk]) for pk, one in sorted(signed.items()))
