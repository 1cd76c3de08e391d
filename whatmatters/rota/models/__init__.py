"""Delivery plans: what a person and a provider agreed about who comes when."""

from whatmatters.rota.models.agreed import (
    AgreedVisit,
    AgreedVisitWords,
    ChosenWorker,
    DeliveryPlan,
    QuietTime,
)
from whatmatters.rota.models.answers import DeliveryAnswer, DeliveryAnswerWords

__all__ = [
    "AgreedVisit",
    "AgreedVisitWords",
    "ChosenWorker",
    "DeliveryAnswer",
    "DeliveryAnswerWords",
    "DeliveryPlan",
    "QuietTime",
]
