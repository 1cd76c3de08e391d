"""What of `switching` may be taken out: which way she was to be paid for, and her word to it."""

from whatmatters.records.holdings import Holding
from whatmatters.rules.permissions import Action
from whatmatters.switching.models import (
    Switch,
    Transition,
    TransitionMoved,
    TransitionVersion,
    TransitionWord,
)

HERS = ("transition__person_id",)

HOLDINGS = (
    Holding(Switch),
    Holding(Transition, ("person_id",), Action.SEE_PRICES),
    *(Holding(table, HERS, Action.SEE_PRICES) for table in (TransitionVersion, TransitionMoved)),
    Holding(TransitionWord, HERS, Action.CHOOSE_ROUTE),
)
