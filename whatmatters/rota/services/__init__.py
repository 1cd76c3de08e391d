"""Verbs of delivery plans."""

from whatmatters.rota.services.answering import DeliveryAnswered, answer_delivery
from whatmatters.rota.services.version_parts import DeliveryGiven
from whatmatters.rota.services.writing import write_delivery

__all__ = ["DeliveryAnswered", "DeliveryGiven", "answer_delivery", "write_delivery"]
