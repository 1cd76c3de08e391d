"""Who comes today, on the person's first page, and what she is asked about it."""

from collections.abc import Mapping
from types import MappingProxyType

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import day as shown_day
from whatmatters.home.web.home_parts import Coming, Thing, Today
from whatmatters.rota.queries import OwnDay, OwnVisit
from whatmatters.rota.web.clock import between, clock

NO_FACES: Mapping[int, str] = MappingProxyType({})


def who_come(day: OwnDay) -> set[int]:
    """Users who come today, as she was told."""
    return {one.account for one in day.visits if one.account is not None}


def visits_asked(day: OwnDay) -> tuple[Thing, ...]:
    """Delivery plans that wait for her answer."""
    words = _("Who comes and when: is this how you want it?")
    return tuple(Thing(words, reverse("delivery_answer", args=[pk])) for pk in day.asked)


def who_comes(
    day: OwnDay, person_id: int, name: str = "", faces: Mapping[int, str] = NO_FACES
) -> Today:
    """The visits of today, each with when it may start; `name` is hers where another reads, and
    `faces` are the pictures of who comes, by user.
    """
    address = reverse("delivery", args=[person_id])
    coming = (
        Coming(
            _who(one),
            _when(one, name),
            one.what,
            address,
            _changed(one),
            face=faces.get(one.account or 0, ""),
        )
        for one in day.visits
    )
    return Today(tuple(coming), _nobody(day), address, _later(day))


def _nobody(day: OwnDay) -> str:
    """Why nobody stands there."""
    if day.agreed:
        return _("Nobody is to come today.")
    return _("Nothing has been agreed yet about who comes, and when.")


def _when(visit: OwnVisit, name: str) -> str:
    """Who comes and about when, as she was told; else between which times."""
    if visit.told is None:
        return between(visit.earliest, visit.latest)
    if visit.told[1] is None and name:
        told = _("Nobody is coming as %(name)s was told. The team will ring %(name)s.")
        return told % {"name": name}
    if visit.told[1] is None:
        return _("Nobody is coming as you were told. The team will ring you.")
    return _named(*visit.told)


def _changed(visit: OwnVisit) -> str:
    """What had been told of it before, where it was told anew."""
    if visit.before is None:
        return ""
    start, worker = visit.before
    before = _("nobody was coming") if worker is None else _named(start, worker)
    return _("Changed. Told before: %(before)s.") % {"before": before}


def _later(day: OwnDay) -> str:
    """That another version holds soon."""
    if day.changes_on is None:
        return ""
    return _("From %(day)s, who comes and when will be different.") % {
        "day": shown_day(day.changes_on)
    }


def _who(visit: OwnVisit) -> str:
    return (visit.told[1] if visit.told else None) or ""


def _named(start: int, worker: str | None) -> str:
    return _("%(who)s, about %(time)s") % {"who": worker, "time": clock(start)}
