"""Who comes today, on the person's first page, and what she is asked about it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.home.web.home_parts import Coming, Thing, Today
from whatmatters.rota.queries import OwnDay, OwnVisit
from whatmatters.rota.web.clock import between, clock


def visits_asked(day: OwnDay) -> tuple[Thing, ...]:
    """Delivery plans that wait for her answer."""
    words = _("Who comes and when: is this how you want it?")
    return tuple(Thing(words, reverse("delivery_answer", args=[pk])) for pk in day.asked)


def who_comes(day: OwnDay, person_id: int) -> Today:
    """The visits of today, each with when it may start."""
    address = reverse("delivery", args=[person_id])
    empty = (
        _("Nobody is to come today.")
        if day.agreed
        else _("Nothing has been agreed yet about who comes, and when.")
    )
    coming = (Coming(_who(one), _when(one), one.what, address) for one in day.visits)
    return Today(tuple(coming), empty, address)


def _who(visit: OwnVisit) -> str:
    return (visit.told[1] if visit.told else None) or ""


def _when(visit: OwnVisit) -> str:
    """Who comes and about when, as she was told; else between which times."""
    if visit.told is None:
        return between(visit.earliest, visit.latest)
    start, worker = visit.told
    if worker is None:
        return _("Nobody is coming as you were told. The team will ring you.")
    return _("%(who)s, about %(time)s") % {"who": worker, "time": clock(start)}
