"""Dated numbers of sign-in: how long a code opens an account."""

from datetime import timedelta

from whatmatters.policy.queries import read_policy
from whatmatters.rules.accounts import RecoveryKind


def opens_for(kind: RecoveryKind) -> timedelta:
    """How long the codes of a recovery, or of a first sign-in, are good for."""
    key = "first_sign_in_hours" if kind is RecoveryKind.FIRST else "recovery_hours"
    return timedelta(hours=int(read_policy("national", "sign_in")[key]))
