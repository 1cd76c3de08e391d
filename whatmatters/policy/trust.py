"""Dated numbers of trust: emergency openings, their review, records opened in a day."""

from datetime import timedelta

from whatmatters.policy.queries import read_policy


def break_glass_lasts() -> timedelta:
    """How long a record opened in an emergency stays open."""
    return timedelta(minutes=int(read_policy("national", "trust")["break_glass_minutes"]))


def review_within() -> timedelta:
    """Within how long an emergency opening is reviewed, before the commissioner is shown it."""
    return timedelta(days=int(read_policy("national", "trust")["review_within_days"]))


def records_a_day() -> int:
    """How many people's records one user may open in a day, before they are stopped."""
    return int(read_policy("national", "trust")["records_a_day"])
