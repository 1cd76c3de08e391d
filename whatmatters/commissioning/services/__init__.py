"""Verbs of commissioning: contracts with dated terms, rates, leads, and agreements."""

from whatmatters.commissioning.services.agreements import (
    AgreementGiven,
    EndGiven,
    end_agreement,
    end_many,
    sign_agreement,
    sign_many,
)
from whatmatters.commissioning.services.contracts import (
    FunderGiven,
    RateGiven,
    lead_patch,
    new_rate,
    new_terms,
    open_contract,
)

__all__ = [
    "AgreementGiven",
    "EndGiven",
    "FunderGiven",
    "RateGiven",
    "end_agreement",
    "end_many",
    "lead_patch",
    "new_rate",
    "new_terms",
    "open_contract",
    "sign_agreement",
    "sign_many",
]
