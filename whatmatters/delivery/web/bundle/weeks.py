"""The week that a day lies in, and the weeks beside it."""

from datetime import date, timedelta

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

WEEK = timedelta(days=7)


def monday_of(text: str) -> date:
    """The Monday of an address; Http404 where it is no day."""
    try:
        found = date.fromisoformat(text)
        return found - timedelta(days=found.weekday())
    except (ValueError, OverflowError) as odd:
        raise Http404 from odd


def weeks_beside(person_id: int, start: date, today: date) -> list[tuple[str, str]]:
    """The week before, and the week after where it has begun."""
    found = []
    if start > date.min + WEEK:
        found.append((_("The week before"), start - WEEK))
    if start + WEEK <= today:
        found.append((_("The week after"), start + WEEK))
    return [
        (words, reverse("bundle_days", args=[person_id, on.isoformat()])) for words, on in found
    ]
