"""Models whose rules are written but not built: they say so, and price nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

from whatmatters.rules.commissioning import (
    AgreementTerms,
    EvidenceKind,
    Incentive,
    Problem,
    Problems,
    Rules,
    Statement,
)

READS: Mapping[str, frozenset[EvidenceKind]] = {
    "bundled_hours": frozenset({EvidenceKind.PERIOD, EvidenceKind.BUNDLE_REVIEW}),
    "patch_block": frozenset({EvidenceKind.OPEN_BOOK}),
    "shift_split": frozenset({EvidenceKind.SHIFTS}),
    "individual_service_fund": frozenset({EvidenceKind.SPENDS, EvidenceKind.ACCOUNT_BALANCE}),
    "direct_payment": frozenset({EvidenceKind.PERIOD, EvidenceKind.ACCOUNT_BALANCE}),
    "short_term": frozenset({EvidenceKind.PERIOD, EvidenceKind.END_STATE}),
    "introductory_agency": frozenset({EvidenceKind.PLATFORM_MINUTES}),
    "community_outcome": frozenset({EvidenceKind.POPULATION_COUNTS}),
}

Anything = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class NotBuilt:
    """A declared model. Its `check` has one answer."""

    name: str
    reads: frozenset[EvidenceKind]

    def read_terms(self, raw: Anything, /) -> Anything:
        """Kept as given: nobody can say yet what is wrong with them."""
        return raw

    def read_evidence(self, raw: Anything, /) -> Anything:
        """Kept as given."""
        return raw

    def check(self, agreement: AgreementTerms[Anything], /) -> tuple[Problem, ...]:
        """The model is not built."""
        return (Problem("model_not_built", "model", {"value": self.name}),)

    def check_evidence(
        self, agreement: AgreementTerms[Anything], evidence: Anything, rules: Rules, /
    ) -> tuple[Problem, ...]:
        """Nothing beyond `check`."""
        return ()

    def assess(
        self, agreement: AgreementTerms[Anything], evidence: Anything, rules: Rules, /
    ) -> Statement:
        """Refused."""
        raise Problems(self.check(agreement))

    def one_more_hour(
        self, agreement: AgreementTerms[Anything], rules: Rules, hour_cost: int | None = None, /
    ) -> Incentive:
        """Refused."""
        raise Problems(self.check(agreement))
