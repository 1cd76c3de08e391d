"""A worker's own round of today, on their first page: never a place, a distance or a speed."""

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.services.looks import record_looks
from whatmatters.access.web import Asked
from whatmatters.home.web.home_parts import Coming, Today
from whatmatters.home.web.home_staying import staying_words
from whatmatters.people.queries.persons import person_facts
from whatmatters.rota.queries.own_place import staying_of
from whatmatters.rota.queries.own_round import Round, RoundStop, round_of
from whatmatters.rota.web.clock import between, clock
from whatmatters.rules.permissions import Relationship


def own_round(request: Asked, *, way: tuple[str, str]) -> tuple[Today, ...]:
    """To whom the reader goes today; `way` is the words and the address of the way on, if any."""
    found = round_of(request.actor, request.today)
    people = person_facts({stop.person_id for stop in found.stops})
    names = {pk: one.known_as for pk, one in people.items() if one.died_on is None}
    stops = [stop for stop in found.stops if stop.person_id in names]
    by, at, on = request.actor, request.at, request.today
    record_looks(by=by, at=at, on=on, person_ids=names, why=Relationship.VISITING)
    return (
        Today(
            tuple(_coming(stop, names[stop.person_id]) for stop in stops),
            _nothing(found),
            way[1],
            later=_at_work(found),
            told=tuple(staying_words(staying_of(by, on), names)) if found.shifts else (),
            title=_("Your round today"),
            anchor="round",
            way=way[0],
        ),
    )


def _coming(stop: RoundStop, name: str) -> Coming:
    if not stop.what:
        when = _("%(time)s: somebody is needed now") % {"time": clock(stop.start)}
        return Coming(name, when, name, _record(stop), kind="person", act=_stay(stop, name))
    words = _("About %(time)s, %(name)s") % {"time": clock(stop.start), "name": name}
    return Coming(
        name,
        words,
        stop.what,
        _record(stop),
        _more(stop),
        _must(stop),
        "person",
        act=_stay(stop, name),
    )


def _stay(stop: RoundStop, name: str) -> tuple[str, str]:
    words = _("I have to stay with %(name)s") % {"name": name}
    return words, reverse("round_staying", args=[stop.person_id])


def _record(stop: RoundStop) -> str:
    return reverse("record", args=[stop.person_id])


def _more(stop: RoundStop) -> str:
    """What is agreed of the start, and who comes as well."""
    told = between(stop.earliest, stop.latest)
    if stop.start > stop.latest:
        told = _("Later than was agreed") + ". " + told
    if stop.beside:
        told += ". " + _("Together with %(names)s") % {"names": ", ".join(stop.beside)}
    return told


def _must(stop: RoundStop) -> str:
    if stop.must_by is None:
        return ""
    return _("Must happen: it starts at %(time)s at the latest") % {"time": clock(stop.must_by)}


def _nothing(found: Round) -> str:
    if found.shifts:
        return _("No visit is planned for you today yet.")
    return _("You are not at work today, as far as is written down.")


def _at_work(found: Round) -> str:
    if not found.shifts:
        return ""
    told = _(" and ").join(f"{clock(starts)}–{clock(ends)}" for starts, ends in found.shifts)
    return _("You are at work %(times)s. A shift is paid for its time, visits or not.") % {
        "times": told
    }
