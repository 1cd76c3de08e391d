"""When somebody can work, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import day as day_words
from whatmatters.rota.web.clock import days_words
from whatmatters.rota.web.hours_field import spells_text
from whatmatters.rota.web.hours_form import hours_text
from whatmatters.rules.rota.roster.told import Available, Leave, available_on, leave_from
from whatmatters.teams.queries import WorkerFacts


@dataclass(frozen=True, slots=True)
class HoursShown:
    """One worker: what holds and what comes, each with its lines; leave ahead; what is missing."""

    id: int
    name: str
    told: tuple[tuple[str, tuple[str, ...]], ...]
    leave: tuple[str, ...]
    missing: tuple[str, ...]


def hours_shown(
    who: WorkerFacts,
    told: Sequence[Available],
    leave: Sequence[Leave],
    today: date,
    tellers: Mapping[int, str],
    *,
    able: bool,
) -> HoursShown:
    """What was told of one worker. `able`: how she goes and what she can do was said."""
    missing = []
    if not told:
        missing.append(_("No hours told: on no roster"))
    if not able:
        missing.append(_("How they go and what they can do is not said: on no roster"))
    spells = [
        _("%(first)s to %(last)s") % {"first": day_words(first), "last": day_words(last)}
        if first != last
        else day_words(first)
        for first, last in leave_from(leave, today)
    ]
    lines = tuple((_from(one, today), _lines(one, tellers)) for one in _standing(told, today))
    return HoursShown(who.id, who.name, lines, tuple(spells), tuple(missing))


def _standing(told: Sequence[Available], today: date) -> list[Available]:
    """What holds today, and what is told for later and still stands by then."""
    days = sorted({today, *(one.starts for one in told if one.starts > today)})
    held = [available_on(told, day) for day in days]
    return list(dict.fromkeys(one for one in held if one is not None))


def _from(one: Available, today: date) -> str:
    words = _("Since %(day)s") if one.starts <= today else _("From %(day)s")
    return words % {"day": day_words(one.starts)}


def _lines(one: Available, tellers: Mapping[int, str]) -> tuple[str, ...]:
    days: dict[str, list[int]] = {}
    for day in sorted({hours.day for hours in one.hours}):
        spells = [(hours.starts, hours.ends) for hours in one.hours if hours.day == day]
        days.setdefault(spells_text(spells), []).append(day)
    lines = [f"{days_words(which)}: {spells}" for spells, which in days.items()]
    if not lines:
        lines.append(_("At no time"))
    if one.rather_not:
        lines.append(_("Rather not: %(days)s") % {"days": days_words(one.rather_not)})
    by = {"name": tellers.get(one.by_id, ""), "day": day_words(one.at)}
    return (*lines, _contract(one), _("Told by %(name)s on %(day)s") % by)


def _contract(one: Available) -> str:
    told = {"least": hours_text(one.least)}
    if one.most is None:
        return _("%(least)s hours a week by contract") % told
    told["most"] = hours_text(one.most)
    return _("%(least)s hours a week by contract, at most %(most)s") % told
