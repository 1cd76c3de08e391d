"""What of `rota` may be taken out."""

from whatmatters.records.holdings import Holding
from whatmatters.rota.models import (
    AgreedVisit,
    AgreedVisitWords,
    ChosenWorker,
    DayStop,
    DayVisit,
    DeliveryAnswer,
    DeliveryAnswerWords,
    DeliveryPlan,
    QuietTime,
    ToldVisit,
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
    *(
        Holding(table, (f"{way}__plan__person_id",), SEES, provider=(f"{way}__plan__provider_id",))
        for table, way in ((DayVisit, "visit"), (ToldVisit, "visit"), (DayStop, "day_visit__visit"))
    ),
    Holding(
        DeliveryAnswerWords,
        ("answer__plan__person_id",),
        SEES,
        provider=("answer__plan__provider_id",),
    ),
)
