"""The clock of a complaint, by nation."""

from whatmatters.policy.queries import read_policy
from whatmatters.rules.messages import Clock


def complaint_clock(nation: str) -> Clock:
    """A nation's ("england", "wales") working days."""
    told = read_policy("national", "complaints")[nation]
    return Clock(int(told["acknowledge"]), int(told["answer"]))
