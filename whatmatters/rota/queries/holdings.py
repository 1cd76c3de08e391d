"""What of `rota` may be taken out."""

from whatmatters.records.holdings import Holding
from whatmatters.rota.models import (
    AgreedVisit,
    AgreedVisitWords,
    ChosenWorker,
    CourtesyCall,
    DayStop,
    DayUrgent,
    DayVisit,
    DeliveryAnswer,
    DeliveryAnswerWords,
    DeliveryPlan,
    LiveAbout,
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
        for table, way in (
            (DayVisit, "visit"),
            (ToldVisit, "visit"),
            (CourtesyCall, "visit"),
            (DayStop, "day_visit__visit"),
        )
    ),
    Holding(LiveAbout, ("person_id",), SEES, provider=("offer__plan__team__organisation_id",)),
    Holding(DayUrgent, ("about__person_id",), SEES, provider=("plan__team__organisation_id",)),
    Holding(
        DeliveryAnswerWords,
        ("answer__plan__person_id",),
        SEES,
        provider=("answer__plan__provider_id",),
    ),
)
