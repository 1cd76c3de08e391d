"""An offered plan in words: what it changes, what is late, who is without, and whom to ring."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked
from whatmatters.frontend.templatetags.wm import moment
from whatmatters.policy.rota import rota_allowed
from whatmatters.rota.queries.callers import away_on, callers, callers_now
from whatmatters.rota.queries.day_plans import DayFacts, PlannedVisit, UrgentFacts, day_plan
from whatmatters.rota.queries.offers import OfferFacts, calls_made, offers_on, plans_of
from whatmatters.rota.queries.to_ring import changed, on_the_list, still_so
from whatmatters.rota.web.day_shown import person_name, visit_words
from whatmatters.rota.web.live_words import (
    call_words,
    change_words,
    door_words,
    happened_words,
    no_more_words,
    script_words,
)
from whatmatters.rota.web.team_day import names_of
from whatmatters.rules.rota.live_events import What
from whatmatters.rules.rota.problem import Harm
from whatmatters.teams.queries.workers import worker_names

Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CallShown:
    """Somebody to ring: about which visit, what to say, and who did it when ("" while nobody)."""

    visit_id: int
    label: str
    script: str
    done: str


@dataclass(frozen=True, slots=True)
class OfferShown:
    """Each row is whom or what it is about, and a sentence."""

    happened: str
    changes: tuple[Row, ...]
    late: tuple[Row, ...]
    without: tuple[Row, ...]
    calls: tuple[CallShown, ...]
    door: bool


def offer_shown(request: Asked, found: OfferFacts) -> OfferShown:
    """The offer for a reader who may know some of these people by name."""
    council = request.actor.council_id
    before, after = plans_of(council, found.id)
    names = names_of(request, after)
    about = person_name(found.person_id, names) if found.person_id else ""
    return OfferShown(
        happened=happened_words(found, about),
        changes=tuple(change_rows(before, after, names)),
        late=tuple(late_rows(after, names)),
        without=_without(request, found, after, names),
        calls=tuple(_calls(council, found, before, after, names)),
        door=found.what is What.NO_REPLY,
    )


def urgent_label(one: UrgentFacts, names: Mapping[int, str]) -> str:
    """Who needs somebody now."""
    return f"{person_name(one.person_id, names)}: {_('somebody is needed now')}"


def _label(visit: PlannedVisit, names: Mapping[int, str]) -> str:
    return f"{person_name(visit.person_id, names)}: {visit_words(visit, names)}"


def late_rows(after: DayFacts, names: Mapping[int, str]) -> Iterator[Row]:
    """What must happen on time and does not, and who waits longer for somebody than they should."""
    found = [
        (_label(visit, names), visit.late)
        for visit in after.visits
        if visit.late and visit.stops and visit.harm is Harm.CRITICAL
    ]
    for one in after.urgent:
        if one.stop is not None:
            until = one.minute + round(rota_allowed().urgent)
            found.append((urgent_label(one, names), one.stop.start - until))
    for label, minutes in found:
        if minutes > 0:
            yield label, _("Late by %(minutes)s min.") % {"minutes": minutes}


def change_rows(before: DayFacts, after: DayFacts, names: Mapping[int, str]) -> list[Row]:
    """Each visit that changes: whose and what for, and who comes when instead of whom."""
    was = {str(visit.visit_id): visit for visit in before.visits}
    now = {str(visit.visit_id): visit for visit in after.visits}
    urgent_was = {f"u{one.about_id}": one for one in before.urgent}
    urgent_now = {f"u{one.about_id}": one for one in after.urgent}
    found = []
    for change in changed(before, after):
        key = change.visit
        if key in now or key in was:
            old, new = was.get(key), now.get(key)
            label = _label(new or was[key], names)
            stops = (old.stops if old else (), new.stops if new else ())
        else:
            one = urgent_now.get(key) or urgent_was[key]
            label = urgent_label(one, names)
            both = (urgent_was.get(key), urgent_now.get(key))
            first, then = ((u.stop,) if u and u.stop else () for u in both)
            stops = (first, then)
        found.append((label, change_words(*stops)))
    return found


def _without(
    request: Asked, found: OfferFacts, after: DayFacts, names: Mapping[int, str]
) -> tuple[Row, ...]:
    """Whom nobody at work can come to, and whom to call on."""
    missed = [visit for visit in after.visits if not visit.stops]
    away = away_on(offers_on(request.actor.council_id, found.team_id, found.on))
    who = callers(request.actor, found, {visit.visit_id for visit in missed}, away)
    rows = [
        (
            _label(visit, names),
            no_more_words()
            if _at_the_door(found, visit)
            else call_words(who.get(visit.visit_id, ())),
        )
        for visit in missed
    ]
    alone = [one for one in after.urgent if one.stop is None]
    now = callers_now(request.actor, found, alone, away)
    rows += [(urgent_label(one, names), call_words(now.get(one.about_id, ()))) for one in alone]
    return tuple(rows)


def _at_the_door(found: OfferFacts, visit: PlannedVisit) -> bool:
    return found.what is What.NO_REPLY and visit.visit_id == found.visit_id


def _calls(
    council_id: int,
    found: OfferFacts,
    before: DayFacts,
    after: DayFacts,
    names: Mapping[int, str],
) -> list[CallShown]:
    """What to say is shown once it is so: by the plan in use, or of a door that stayed shut."""
    made = {call.visit_id: call for call in calls_made(found.id)}
    by = user_names(call.by_id for call in made.values())
    visits = on_the_list(before, after, made)
    used = day_plan(council_id, found.team_id, found.on) if found.accepted else None
    workers = worker_names(v.told.worker_id for v in visits if v.told and v.told.worker_id)
    shown = []
    for visit in visits:
        call = made.get(visit.visit_id)
        done = {"who": by.get(call.by_id, ""), "when": moment(call.at)} if call else {}
        told = workers.get(visit.told.worker_id or 0, "") if visit.told else ""
        shown.append(
            CallShown(
                visit.visit_id,
                _label(visit, names),
                door_words(found.minute)
                if _at_the_door(found, visit)
                else script_words(visit, told)
                if still_so(visit.visit_id, after, used)
                else "",
                _("Rung by %(who)s, %(when)s.") % done if done else "",
            )
        )
    return shown
