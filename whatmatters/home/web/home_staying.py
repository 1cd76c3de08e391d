"""What a worker told of staying with somebody, and what the team made of it, on their own round."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import moment
from whatmatters.rota.queries.day_plans import StopFacts
from whatmatters.rota.queries.own_place import Staying
from whatmatters.rota.web.clock import clock


def staying_words(told: Staying | None, names: Mapping[int, str]) -> Iterator[str]:
    """Nothing where nothing was told; a person who is on the round no more is not named."""
    if told is None:
        return
    about = {
        "name": names.get(told.person_id) or _("somebody"),
        "when": moment(told.told_at),
        "time": "" if told.until is None else clock(told.until),
    }
    if told.until is None:
        words = _("You stay with %(name)s, to the end of your shift if need be. Told on %(when)s.")
    else:
        words = _("You stay with %(name)s until about %(time)s. Told on %(when)s.")
    yield words % about
    yield _answer(told)
    for start, stops in told.goes_on:
        yield _goes(start, stops)


def _answer(told: Staying) -> str:
    if told.accepted:
        return _("Your team has accepted it.")
    if told.accepted is None and told.stands:
        return _("Nobody of your team has answered yet. Ring them if a visit cannot wait.")
    if told.accepted is None:
        return _("The day was planned anew since. Say it again if you stay still.")
    return _("Your team has not accepted the plan that was made. Ring them.")


def _goes(start: int, stops: tuple[StopFacts, ...]) -> str:
    """Who goes to a visit that was the reader's; whom it is to stays unsaid."""
    if not stops:
        told = {"start": clock(start)}
        return _("Your visit at about %(start)s: your team looks for somebody.") % told
    told = {"start": clock(start), "who": stops[0].worker, "time": clock(stops[0].start)}
    return _("Your visit at about %(start)s: %(who)s goes, at about %(time)s.") % told
