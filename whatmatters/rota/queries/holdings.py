"""What of `rota` may be taken out."""

from whatmatters.records.holdings import Holding
from whatmatters.rota.models import (
    AgreedVisit,
    AgreedVisitWords,
    ChosenWorker,
    DeliveryAnswer,
    DeliveryAnswerWords,
    DeliveryPlan,
    QuietTime,
)
from whatmatters.rules.permissions import Action

SEES = Action.SEE_DELIVERY
OF_A_PLAN = (AgreedVisit, QuietTime, ChosenWorker, DeliveryAnswer)

HOLDINGS = (
    Holding(DeliveryPlan, ("person_id",), SEES, provider=("provider_id",)),
    *(
        Holding(table, ("plan__person_id",), SEES, provider=("plan__provider_id",))
        for table in OF_A_PLAN
    ),
    Holding(
        AgreedVisitWords,
        ("visit__plan__person_id",),
        SEES,
        provider=("visit__plan__provider_id",),
    ),
    Holding(
        DeliveryAnswerWords,
        ("answer__plan__person_id",),
        SEES,
        provider=("answer__plan__provider_id",),
    ),
)
