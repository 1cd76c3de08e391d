"""Contracts whose shifts are paid: with whom, by whom, from which day and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whatmatters.commissioning.queries import (
    AgreementFacts,
    ContractFacts,
    TermsChange,
    agreement_facts,
    agreement_terms,
    agreements_of_sources,
    changes_of,
    contract_facts,
    terms_versions,
)
from whatmatters.rules.commissioning import AgreementTerms
from whatmatters.rules.commissioning_models import shift_split

SOURCE = "shifts"
MODEL = shift_split.name


@dataclass(frozen=True, slots=True)
class SchemeFacts:
    """A contract that pays whole shifts, and the agreement that was signed for it.

    `terms` as they stood on each day that has come by `until`, what changed since included.
    """

    contract: ContractFacts
    agreement: AgreementFacts
    changes: tuple[TermsChange, ...]

    @property
    def id(self) -> int:
        """Named by its contract: a contract's shifts are signed for once."""
        return self.contract.id

    @property
    def starts(self) -> date:
        """The first day that earns."""
        return self.agreement.starts

    @property
    def last_day(self) -> date | None:
        """The last day that earns, where there is one."""
        days = [day for day in (self.agreement.ends, self.agreement.ended_on) if day is not None]
        return min(days, default=None)

    @property
    def terms(self) -> AgreementTerms[shift_split.Terms]:
        """As the rules read it."""
        return agreement_terms(self.agreement, self.changes)  # type: ignore[return-value]

    @property
    def never(self) -> bool:
        """Whether it was ended before its first day: nothing is earned."""
        return self.last_day is not None and self.last_day < self.starts

    def holds(self, day: date) -> bool:
        """Whether a shift of this day is paid."""
        last = self.last_day
        return self.starts <= day and (last is None or day <= last)


def schemes(
    council_id: int,
    until: date,
    *,
    ids: Iterable[int] | None = None,
    body_id: int | None = None,
) -> tuple[SchemeFacts, ...]:
    """Those signed, by contract; of these contracts, of one body that provides them or pays a share
    of them, or all. Five queries."""
    held = {
        one.id: one
        for one in contract_facts(council_id, ids)
        if one.model == MODEL and body_id in (None, one.provider_id, *dict(one.payers))
    }
    signed = agreements_of_sources(council_id, SOURCE, held) if held else {}
    facts = {one.id: one for one in agreement_facts(council_id, ids=signed.values())}
    versions = terms_versions(council_id) if signed else {}
    return tuple(
        SchemeFacts(held[pk], facts[one], changes_of(facts[one], versions, until))
        for pk, one in sorted(signed.items())
    )
