"""What of `charging` may be taken out: by whoever may see her charges."""

from whatmatters.charging.models import ChargeLine, ChargingArrangement, FinancialAssessment
from whatmatters.records.holdings import Holding
from whatmatters.rules.permissions import Action

CHARGES = Action.SEE_CHARGES

HOLDINGS = (
    Holding(FinancialAssessment, ("person_id",), CHARGES),
    Holding(ChargingArrangement, ("person_id",), CHARGES),
    Holding(ChargeLine, ("person_id",), CHARGES, without=frozenset({"inputs"})),
)
