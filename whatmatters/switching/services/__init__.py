"""Verbs of switches: open, plan, say, move."""

from whatmatters.switching.services.moving import Moves, move_person, move_ready
from whatmatters.switching.services.opening import SwitchGiven, open_switch
from whatmatters.switching.services.planning import PlanGiven, plan_transition
from whatmatters.switching.services.saying import say_word

__all__ = [
    "Moves",
    "PlanGiven",
    "SwitchGiven",
    "move_person",
    "move_ready",
    "open_switch",
    "plan_transition",
    "say_word",
]
