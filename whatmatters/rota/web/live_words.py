"""What happened on a day, what an offered plan changes, and what to say when ringing, in words."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.rota_live_words import event_refused
from whatmatters.rota.queries.day_plans import PlannedVisit, StopFacts
from whatmatters.rota.queries.offers import OfferFacts
from whatmatters.rota.web.clock import clock
from whatmatters.rota.web.day_words import day_refused
from whatmatters.rota.web.words import Words
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.rota.live_events import EventRefused, What

WHATS: Mapping[What, Words] = {
    What.STAYING: gettext_lazy("Somebody of the team has to stay with a person"),
    What.GONE: gettext_lazy("Somebody of the team is ill, or has to go"),
    What.NO_REPLY: gettext_lazy("Nobody answers the door"),
    What.LONG: gettext_lazy("A visit takes longer"),
    What.URGENT: gettext_lazy("A person needs somebody now"),
}


def live_refused(refusal: Refusal) -> str:
    """One sentence in the reader's language."""
    if isinstance(refusal, EventRefused):
        return event_refused(refusal.code)
    return day_refused(refusal)


def happened_words(event: OfferFacts, who: str) -> str:
    """What happened, in one sentence; `who` is whom it is about, as this reader may know her."""
    told = {"worker": event.worker, "who": who, "minutes": event.minutes, "at": clock(event.minute)}
    if event.what is What.STAYING and event.time is None:
        words = _("%(at)s: %(worker)s stays with somebody to the end of the shift. %(who)s")
        return (words % told).strip()
    if event.what is What.GONE and not event.minute:
        return _all_day_words(event)
    told["time"] = clock(event.minute if event.time is None else event.time)
    words = {
        What.STAYING: _("%(at)s: %(worker)s stays with somebody until %(time)s. %(who)s"),
        What.GONE: _("%(at)s: %(worker)s is gone from %(time)s."),
        What.NO_REPLY: _("%(at)s: nobody answers the door. %(who)s"),
        What.LONG: _("%(at)s: a visit takes %(minutes)s minutes longer. %(who)s"),
        What.URGENT: _("%(at)s: somebody is needed now, for %(minutes)s minutes. %(who)s"),
    }[event.what]
    return (words % told).strip()


def _all_day_words(event: OfferFacts) -> str:
    """Who is gone on a later day: nobody asked what time it was."""
    if not event.time:
        return _("%(worker)s is gone the whole day.") % {"worker": event.worker}
    told = {"worker": event.worker, "time": clock(event.time)}
    return _("%(worker)s is gone from %(time)s.") % told


def change_words(before: Collection[StopFacts], after: Collection[StopFacts]) -> str:
    """Who comes when, and who was to come when."""
    told = {"now": _stops(after), "was": _stops(before)}
    if not after:
        return _("Nobody comes now. Before: %(was)s.") % told
    if not before:
        return _("Now: %(now)s. Nobody was to come.") % told
    words = _("Now: %(now)s. Before: %(was)s.") % told
    return f"{words} {_moved(min(s.start for s in after) - min(s.start for s in before))}".strip()


def script_words(visit: PlannedVisit, told_worker: str) -> str:
    """What to say when ringing about a visit of which something else was told."""
    if visit.told is None:
        return ""
    told = {"worker": told_worker, "told": clock(visit.told.start)}
    if visit.told.nobody:
        return _after_nobody(visit, told)
    if not visit.stops:
        return (
            _(
                "Say: “%(worker)s cannot come at about %(told)s, and we are still looking for "
                "somebody. How are you, and is anybody with you?”"
            )
            % told
        )
    told |= {"now": visit.stops[0].worker, "time": clock(visit.stops[0].start)}
    return (
        _(
            "Say: “We told you that %(worker)s comes at about %(told)s. Now %(now)s comes at about "
            "%(time)s. Is that all right for you?”"
        )
        % told
    )


def _after_nobody(visit: PlannedVisit, told: dict[str, str]) -> str:
    """Whoever was told that nobody comes."""
    if not visit.stops:
        return (
            _(
                "Say: “Nobody can come at about %(told)s, and we are still looking for somebody. "
                "How are you, and is anybody with you?”"
            )
            % told
        )
    told |= {"now": visit.stops[0].worker, "time": clock(visit.stops[0].start)}
    return (
        _(
            "Say: “We told you that nobody can come at about %(told)s. Now %(now)s comes at about "
            "%(time)s. Is that all right for you?”"
        )
        % told
    )


def door_words(minute: int) -> str:
    """What to say when ringing somebody at whose door nobody answered."""
    told = {"time": clock(minute)}
    return (
        _(
            "Say: “Somebody of ours was at your door at %(time)s, and nobody answered. How are "
            "you, and when may we come again?”"
        )
        % told
    )


def no_more_words() -> str:
    """A door that cannot be tried again in time."""
    return _("It cannot be tried again within what was agreed. Ring now.")


def call_words(names: Collection[str]) -> str:
    """Whom to call on where nobody at work can come."""
    if names:
        return _("Call on: %(names)s.") % {"names": ", ".join(names)}
    return _("Nobody else of the team can. Ask another team of yours, or the council.")


def _stops(stops: Collection[StopFacts]) -> str:
    told = ({"who": stop.worker, "time": clock(stop.start)} for stop in stops)
    return ", ".join(_("%(who)s at %(time)s") % one for one in told)


def _moved(minutes: int) -> str:
    told = {"minutes": abs(minutes)}
    if minutes > 0:
        return _("Later by %(minutes)s min.") % told
    return _("Earlier by %(minutes)s min.") % told if minutes else ""
