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


def names_a_day() -> int:
    """How many people lists and searches may name to one user in a day."""
    return int(read_policy("national", "trust")["names_a_day"])


def exports_of_record_a_day() -> int:
    """How often one user may take out people's own records in a day."""
    return int(read_policy("national", "trust")["record_exports_a_day"])


def exports_of_party_a_day() -> int:
    """How often one user may take out a party's own data in a day."""
    return int(read_policy("national", "trust")["party_exports_a_day"])


def most_export_rows() -> int:
    """Rows that one export may hold; more are for the command `backup`."""
    return int(read_policy("national", "trust")["export_rows"])


def second_approver_above() -> int:
    """Of how many people an export may tell before somebody else must approve it."""
    return int(read_policy("national", "trust")["second_approver_above"])


def approval_lasts() -> timedelta:
    """Within how long an export that was asked for is approved and made."""
    return timedelta(minutes=int(read_policy("national", "trust")["approval_minutes"]))
