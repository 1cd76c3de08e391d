"""What of `commissioning` may be taken out: her agreements, and to a party its contracts."""

from whatmatters.commissioning.models import (
    Agreement,
    AgreementEnd,
    Contract,
    ContractTerms,
    EndSooner,
    Funder,
    PatchLead,
    Rate,
    ServiceView,
    ViewOfPrinciple,
)
from whatmatters.records.holdings import Holding
from whatmatters.rules.permissions import Action

# A contract's terms are between the council and the provider, and hold for others as well.
NOT_HERS = frozenset({"terms", "payers", "contract_terms"})
OWN = ("contract__provider_id",)

HOLDINGS = (
    Holding(
        Agreement,
        ("person_id",),
        Action.SEE_PERSON_MONEY,
        without=NOT_HERS,
        provider=("payee_id",),
    ),
    Holding(
        AgreementEnd,
        ("agreement__person_id",),
        Action.SEE_PERSON_MONEY,
        provider=("agreement__payee_id",),
    ),
    Holding(
        EndSooner,
        ("end__agreement__person_id",),
        Action.SEE_PERSON_MONEY,
        provider=("end__agreement__payee_id",),
    ),
    Holding(Contract, provider=("provider_id",)),
    Holding(ContractTerms, provider=OWN),
    Holding(Funder, provider=OWN),
    Holding(Rate, provider=OWN),
    Holding(PatchLead, provider=OWN),
    Holding(ServiceView, provider=OWN),
    Holding(ViewOfPrinciple, provider=("view__contract__provider_id",)),
)
