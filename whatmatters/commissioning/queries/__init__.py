"""Questions about contracts, rates, patch leads and agreements."""

from whatmatters.commissioning.queries.agreements import (
    AgreementFacts,
    agreement_facts,
    agreements_of_people,
    agreements_of_sources,
    changed_since,
    first_start,
    running_under,
)
from whatmatters.commissioning.queries.contracts import (
    ContractFacts,
    LeadFacts,
    contract,
    contract_facts,
    patch_lead,
    patch_leads,
)
from whatmatters.commissioning.queries.in_block import (
    block_contracts,
    day_without_block,
    pays_a_block,
)
from whatmatters.commissioning.queries.rates import rate_on, rates_on
from whatmatters.commissioning.queries.terms import agreement_terms, party
from whatmatters.commissioning.queries.terms_by_day import (
    TermsChange,
    Versions,
    changes_of,
    terms_versions,
)

__all__ = [
    "AgreementFacts",
    "ContractFacts",
    "LeadFacts",
    "TermsChange",
    "Versions",
    "agreement_facts",
    "agreement_terms",
    "agreements_of_people",
    "agreements_of_sources",
    "block_contracts",
    "changed_since",
    "changes_of",
    "contract",
    "contract_facts",
    "day_without_block",
    "first_start",
    "party",
    "patch_lead",
    "patch_leads",
    "pays_a_block",
    "rate_on",
    "rates_on",
    "running_under",
    "terms_versions",
]
