"""A day that is planned anew, in the reader's language: what changes, whom to ring, whom to ask."""

from datetime import date

from django.utils.translation import gettext as _

from whatmatters.frontend.problem_words import printable
from whatmatters.frontend.rota_words import number_text
from whatmatters.rules.rota.clock import clock_text
from whatmatters.rules.rota.live_difference import Came, Change


def event_refused(code: str) -> str:
    """Why an event cannot have happened so."""
    told = {
        "event_not_at_work": _("This worker is not at work then. Choose somebody who is."),
        "event_over_already": _("This is over by now. Correct the time, or what happened."),
        "event_not_begun": _("Nobody is with this person for this visit yet by the plan."),
        "event_of_no_visit": _("There is no such visit on this day."),
        "event_of_nobody": _("This person is not visited on this day."),
        "event_named_twice": _("There is a visit of this name already."),
        "event_without_minutes": _("Say how many minutes."),
    }
    return told.get(code, code)


def change_text(day: date, change: Change) -> str:
    """One visit that changes, as a sentence."""
    told = {"visit": printable(change.visit)}
    if change.before is None and change.after is not None:
        told |= _came(day, change.after, "now")
        return _("Visit %(visit)s: %(now)s. Nobody was to come.") % told
    if change.before is not None:
        told |= _came(day, change.before, "was")
    if change.after is None:
        return _("Visit %(visit)s: nobody comes. Before: %(was)s.") % told
    told |= _came(day, change.after, "now")
    return _("Visit %(visit)s: %(now)s. Before: %(was)s.") % told


def nothing_text() -> str:
    """Nothing has to change."""
    return _("Nothing changes: everything planned can still be.")


def ring_text(person: str, change: Change) -> str:
    """Whom to ring about it, and why."""
    told = {"person": printable(person), "visit": printable(change.visit)}
    if change.after is None:
        return _("Ring %(person)s: nobody comes for visit %(visit)s.") % told
    if change.minutes:
        told["minutes"] = number_text(abs(change.minutes))
        if change.minutes > 0:
            return _("Ring %(person)s: visit %(visit)s is %(minutes)s minutes later.") % told
        return _("Ring %(person)s: visit %(visit)s is %(minutes)s minutes earlier.") % told
    return _("Ring %(person)s: somebody else comes for visit %(visit)s.") % told


def call_text(visit: str, workers: tuple[str, ...], skills: str) -> str:
    """Whom to call on for a visit that nobody at work can make."""
    told = {"visit": printable(visit), "who": printable(", ".join(workers)), "skills": skills}
    if workers:
        return _("Nobody at work can make visit %(visit)s. Call on: %(who)s.") % told
    if skills:
        return (
            _(
                "Nobody at work can make visit %(visit)s, and nobody else of the team may. "
                "Ask another team for somebody with: %(skills)s."
            )
            % told
        )
    return (
        _(
            "Nobody at work can make visit %(visit)s, and nobody else of the team may. "
            "Ask another team."
        )
        % told
    )


def unmet_text(visit: str, person: str, until: str) -> str:
    """A visit that cannot be tried again."""
    told = {"visit": printable(visit), "person": printable(person), "time": until}
    return (
        _(
            "Visit %(visit)s cannot be made any more by %(time)s, as was agreed. Ring %(person)s "
            "and whoever is named for them."
        )
        % told
    )


def late_text(visit: str, minutes: float) -> str:
    """A visit that must happen on time and does not."""
    told = {"visit": printable(visit), "minutes": number_text(minutes)}
    return _("Visit %(visit)s must happen on time and is %(minutes)s minutes late.") % told


def _came(day: date, came: Came, key: str) -> dict[str, str]:
    who = printable(", ".join(sorted(came.workers)))
    told = {"who": who, "time": clock_text(day, came.start)}
    return {key: _("%(who)s at %(time)s") % told}
