"""Whole minutes in words."""

from django.utils.translation import ngettext

MINUTES_IN_AN_HOUR = 60


def hours(minutes: int) -> str:
    """Whole minutes as hours and minutes: "2 hours 30 minutes"."""
    whole, left = divmod(minutes, MINUTES_IN_AN_HOUR)
    parts = []
    if whole:
        parts.append(ngettext("%(n)s hour", "%(n)s hours", whole) % {"n": whole})
    if left or not whole:
        parts.append(ngettext("%(n)s minute", "%(n)s minutes", left) % {"n": left})
    return " ".join(parts)
