"""Questions about contracts, rates, patch leads and agreements."""

from whatmatters.commissioning.queries.agreements import (
    AgreementFacts,
    agreement_facts,
    agreements_of_people,
    agreements_of_sources,
    changed_since,
    first_start,
)
from whatmatters.commissioning.queries.contracts import (
    ContractFacts,
    LeadFacts,
    contract,
    contract_facts,
    patch_lead,
    patch_leads,
)
from whatmatters.commissioning.queries.rates import rate_on, rates_on
from whatmatters.commissioning.queries.terms import agreement_terms, party

__all__ = [
    "AgreementFacts",
    "ContractFacts",
    "LeadFacts",
    "agreement_facts",
    "agreement_terms",
    "agreements_of_people",
    "agreements_of_sources",
    "changed_since",
    "contract",
    "contract_facts",
    "first_start",
    "party",
    "patch_lead",
    "patch_leads",
    "rate_on",
    "rates_on",
]
