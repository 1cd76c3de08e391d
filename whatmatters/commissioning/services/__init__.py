"""Verbs of commissioning: contracts with dated terms, rates, leads, and agreements."""

from whatmatters.commissioning.services.agreement_ends import end_agreement, end_many
from whatmatters.commissioning.services.agreement_given import AgreementGiven
from whatmatters.commissioning.services.agreements import sign_agreement, sign_many
from whatmatters.commissioning.services.contract_ends import end_contract
from whatmatters.commissioning.services.contract_given import FunderGiven, RateGiven
from whatmatters.commissioning.services.contract_terms import new_terms
from whatmatters.commissioning.services.contracts import open_contract
from whatmatters.commissioning.services.end_given import EndGiven
from whatmatters.commissioning.services.leads import lead_patch
from whatmatters.commissioning.services.rates import new_rate

__all__ = [
    "AgreementGiven",
    "EndGiven",
    "FunderGiven",
    "RateGiven",
    "end_agreement",
    "end_contract",
    "end_many",
    "lead_patch",
    "new_rate",
    "new_terms",
    "open_contract",
    "sign_agreement",
    "sign_many",
]
