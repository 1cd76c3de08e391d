"""Dated numbers of reviews: how long the three may answer, when a plan counts as expiring."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from whatmatters.rules.roles import Role


@lru_cache
def _read() -> dict[str, object]:
    text = files("whatmatters.policy").joinpath("national", "reviews.toml").read_text("utf-8")
    return tomllib.loads(text)


def _days(key: str) -> int:
    value = _read()[key]
    if not isinstance(value, int):
        raise TypeError(f"{key} is a whole number of days")
    return value


def answering_days() -> int:
    """Days that the three have for their answers, counted from the day a judgement opens."""
    return _days("answers_within_days")


def expiring_days() -> int:
    """Days before its end from which a plan counts as expiring."""
    return _days("expiring_within_days")


def static_weeks() -> int:
    """Weeks without any change after which a plan is asked about (R-TT-04)."""
    return _days("static_after_weeks")


def escalated_to() -> tuple[tuple[Role, ...], ...]:
    """Who is told of an overdue review at each step of its escalation."""
    told = _read()["overdue_tells"]
    if not isinstance(told, list):
        raise TypeError("overdue_tells is a list of lists of roles")
    return tuple(tuple(Role(role) for role in step) for step in told)


def account_looks_weeks_apart() -> int:
    """Weeks that lie at least between two looks at a direct payment's account."""
    return _days("account_looks_weeks_apart")


def control_weeks() -> int:
    """Weeks of a period in which somebody is asked how far she feels in control (R-VG-08)."""
    return _days("control_weeks")


def control_asked_after_days() -> int:
    """Days of such a period after which her first page asks."""
    return _days("control_asked_after_days")


def control_steps_verified() -> bool:
    """Whether the steps were compared with the published wording that they are after."""
    return _read()["control_steps_status"] != "memory"
