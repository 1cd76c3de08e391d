"""Questions about delivery plans."""

from whatmatters.rota.queries.delivery import (
    AnswerFacts,
    DeliveryFacts,
    delivery_plans,
    holding_on,
)
from whatmatters.rota.queries.own_day import NOTHING_AGREED, OwnDay, OwnVisit, own_day, own_days

__all__ = [
    "NOTHING_AGREED",
    "AnswerFacts",
    "DeliveryFacts",
    "OwnDay",
    "OwnVisit",
    "delivery_plans",
    "holding_on",
    "own_day",
    "own_days",
]
