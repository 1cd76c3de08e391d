"""Dated numbers of sign-in: how long a code opens an account, and a browser stays known."""

from datetime import timedelta

from whatmatters.policy.queries import read_policy
from whatmatters.rules.accounts import RecoveryKind


def opens_for(kind: RecoveryKind) -> timedelta:
    """How long the codes of a recovery, or of a first sign-in, are good for."""
    key = "first_sign_in_hours" if kind is RecoveryKind.FIRST else "recovery_hours"
    return timedelta(hours=int(read_policy("national", "sign_in")[key]))


def device_known_for() -> timedelta:
    """How long after the last sign-in on it a browser counts for itself."""
    return timedelta(days=int(read_policy("national", "sign_in")["device_days"]))


def most_names_of_device() -> int:
    """How many who sign in on one browser it knows; the one who was there longest ago goes."""
    return int(read_policy("national", "sign_in")["device_names"])
