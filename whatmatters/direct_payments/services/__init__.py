"""Verbs of direct payments: open, end, write down, strike out, look at the account, buy hours."""

from whatmatters.direct_payments.services.buying import buy_hours
from whatmatters.direct_payments.services.ending import end_direct, end_direct_of
from whatmatters.direct_payments.services.introducing import (
    IntroductionGiven,
    end_introduction,
    introduce,
)
from whatmatters.direct_payments.services.looking import look_at
from whatmatters.direct_payments.services.opening import DirectGiven, open_direct
from whatmatters.direct_payments.services.recording import LineGiven, strike_line, write_line

__all__ = [
    "DirectGiven",
    "IntroductionGiven",
    "LineGiven",
    "buy_hours",
    "end_direct",
    "end_direct_of",
    "end_introduction",
    "introduce",
    "look_at",
    "open_direct",
    "strike_line",
    "write_line",
]
