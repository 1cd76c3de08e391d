"""Dated numbers of letters."""

from datetime import timedelta

from whatmatters.policy.queries import read_policy


def news_days() -> timedelta:
    """For how long after its release a payment is still news."""
    return timedelta(days=int(read_policy("national", "letters")["news_days"]))


def unfinished_after() -> timedelta:
    """How long an e-mail that was begun may be under way."""
    return timedelta(minutes=int(read_policy("national", "letters")["unfinished_after_minutes"]))
