"""Blank what has been kept long enough; hold what must stay."""

from whatmatters.retention.services.applying import Applied, apply_retention
from whatmatters.retention.services.holding import end_hold, hold_record
from whatmatters.retention.services.refusals import AlreadyHeld, HoldOver, NotYoursToBlank

__all__ = [
    "AlreadyHeld",
    "Applied",
    "HoldOver",
    "NotYoursToBlank",
    "apply_retention",
    "end_hold",
    "hold_record",
]
