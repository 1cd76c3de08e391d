"""One contract as its page shows it: rates, versions of terms, and how much stands on it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import TextField
from django.db.models.functions import Cast

from whatmatters.commissioning.models import Agreement, ContractTerms, PatchLead, Rate
from whatmatters.rules.outcomes import Band
from whatmatters.rules.stored_terms import from_json


@dataclass(frozen=True, slots=True)
class RateFacts:
    """The agreed price of an hour of a band, in pounds, and who says so. `ends` None: it lasts."""

    band: Band
    pounds: Decimal
    starts: date
    ends: date | None
    source: str


@dataclass(frozen=True, slots=True)
class TermsFacts:
    """One version of the terms: from which day, and each term as it was given."""

    version: int
    starts: date
    terms: dict[str, object]


@dataclass(frozen=True, slots=True)
class ContractRead:
    """What stands below a contract. `agreements` counts what was signed under it.

    `leads`: the spans of days in which it names who leads its patch.
    """

    rates: tuple[RateFacts, ...]
    terms: tuple[TermsFacts, ...]
    agreements: int
    leads: tuple[tuple[date, date | None], ...]


def read_contract(council_id: int, contract_id: int) -> ContractRead:
    """The newest first, in four queries; nothing of another council's contract."""
    rates = Rate.objects.of(council_id).filter(contract_id=contract_id).order_by("band", "-starts")
    versions = ContractTerms.objects.of(council_id).filter(contract_id=contract_id)
    told = versions.annotate(text=Cast("terms", TextField())).order_by("-starts", "-version")
    signed = Agreement.objects.of(council_id).filter(contract_terms__contract_id=contract_id)
    leads = PatchLead.objects.of(council_id).filter(contract_id=contract_id).order_by("-starts")
    return ContractRead(
        rates=tuple(
            RateFacts(Band(row.band), row.pounds, row.starts, row.ends, row.source) for row in rates
        ),
        terms=tuple(
            TermsFacts(version, starts, from_json(text))
            for version, starts, text in told.values_list("version", "starts", "text")
        ),
        agreements=signed.count(),
        leads=tuple(leads.values_list("starts", "ends")),
    )
