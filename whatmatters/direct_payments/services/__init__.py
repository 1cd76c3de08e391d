"""Verbs of direct payments: open, end, write down, strike out, look at the account."""

from whatmatters.direct_payments.services.ending import end_direct, end_direct_of
from whatmatters.direct_payments.services.looking import look_at
from whatmatters.direct_payments.services.opening import DirectGiven, open_direct
from whatmatters.direct_payments.services.recording import LineGiven, strike_line, write_line

__all__ = [
    "DirectGiven",
    "LineGiven",
    "end_direct",
    "end_direct_of",
    "look_at",
    "open_direct",
    "strike_line",
    "write_line",
]
