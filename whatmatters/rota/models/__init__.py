"""Delivery plans: what a person and a provider agreed; and a team's day that keeps to them."""

from whatmatters.rota.models.agreed import (
    AgreedVisit,
    AgreedVisitWords,
    ChosenWorker,
    DeliveryPlan,
    QuietTime,
)
from whatmatters.rota.models.answers import DeliveryAnswer, DeliveryAnswerWords
from whatmatters.rota.models.at_work import Shift, WorkerAbility
from whatmatters.rota.models.day import DayAsked, DayPlan, DayStop, DayUnplanned, DayVisit
from whatmatters.rota.models.live import DayUrgent, LiveAbout, LiveOffer
from whatmatters.rota.models.live_answers import CourtesyCall, LiveAnswer
from whatmatters.rota.models.needed import NeededShift
from whatmatters.rota.models.roster import (
    RosterAccepted,
    RosterAsked,
    RosterPlace,
    RosterUnmade,
    WeekRoster,
)
from whatmatters.rota.models.told import ToldVisit
from whatmatters.rota.models.told_hours import Availability, AvailableHours, Leave

__all__ = [
    "AgreedVisit",
    "AgreedVisitWords",
    "Availability",
    "AvailableHours",
    "ChosenWorker",
    "CourtesyCall",
    "DayAsked",
    "DayPlan",
    "DayStop",
    "DayUnplanned",
    "DayUrgent",
    "DayVisit",
    "DeliveryAnswer",
    "DeliveryAnswerWords",
    "DeliveryPlan",
    "Leave",
    "LiveAbout",
    "LiveAnswer",
    "LiveOffer",
    "NeededShift",
    "QuietTime",
    "RosterAccepted",
    "RosterAsked",
    "RosterPlace",
    "RosterUnmade",
    "Shift",
    "ToldVisit",
    "WeekRoster",
    "WorkerAbility",
]
