"""Verbs of delivery plans, and of a team's day."""

from whatmatters.rota.services.accepting_rosters import accept_roster
from whatmatters.rota.services.answering import DeliveryAnswered, answer_delivery
from whatmatters.rota.services.answering_offers import answer_offer
from whatmatters.rota.services.asking import ask_for_plan, keep_unplanned
from whatmatters.rota.services.asking_rosters import ask_for_roster
from whatmatters.rota.services.at_work import (
    AbilityGiven,
    ShiftGiven,
    say_ability,
    strike_shift,
    write_shift,
)
from whatmatters.rota.services.day_plans import make_day_plan
from whatmatters.rota.services.happened import HappenedGiven
from whatmatters.rota.services.keeping_offers import Offered
from whatmatters.rota.services.keeping_unmade import keep_unmade
from whatmatters.rota.services.live_offers import keep_replan, offer_replan, plan_left
from whatmatters.rota.services.needing import need_shift
from whatmatters.rota.services.ringing import mark_rung
from whatmatters.rota.services.rosters import make_roster
from whatmatters.rota.services.telling import tell_people
from whatmatters.rota.services.telling_hours import tell_hours, tell_leave
from whatmatters.rota.services.version_parts import DeliveryGiven
from whatmatters.rota.services.writing import write_delivery

__all__ = [
    "AbilityGiven",
    "DeliveryAnswered",
    "DeliveryGiven",
    "HappenedGiven",
    "Offered",
    "ShiftGiven",
    "accept_roster",
    "answer_delivery",
    "answer_offer",
    "ask_for_plan",
    "ask_for_roster",
    "keep_replan",
    "keep_unmade",
    "keep_unplanned",
    "make_day_plan",
    "make_roster",
    "mark_rung",
    "need_shift",
    "offer_replan",
    "plan_left",
    "say_ability",
    "strike_shift",
    "tell_hours",
    "tell_leave",
    "tell_people",
    "write_delivery",
    "write_shift",
]
