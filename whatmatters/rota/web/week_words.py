"""A roster in words: why nobody has a place, and who is on none."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.rota_fault_words import fault_text
from whatmatters.frontend.templatetags.wm import weekday
from whatmatters.rota.web.roster_words import OF_A_ROSTER
from whatmatters.rules.rota.faults import Fault
from whatmatters.rules.rota.roster.week_why import COULD

Words = str | Promise

# As `rules.rota.roster.check` names what somebody would break by being there too.
REASONS: Mapping[str, Words] = {
    "not_skilled": gettext_lazy("Cannot do what it asks for"),
    "not_available": gettext_lazy("Cannot work the whole of it"),
    "away": gettext_lazy("Away, or not in the team on that day"),
    "rest_from_before": gettext_lazy("Has not rested since the shift before"),
    "overlap": gettext_lazy("At work at that time already"),
    "too_little_rest": gettext_lazy("Would rest too little"),
    "no_break_between": gettext_lazy("Would have no break"),
    "over_contract": gettext_lazy("Would have more hours than the contract allows"),
    "over_week": gettext_lazy("Would have more hours than a week may have"),
    "no_day_free": gettext_lazy("Would have no whole day free"),
    COULD: gettext_lazy("Could be there: the search ended before it was found"),
}


def reason_lines(reasons: Mapping[str, list[int]], names: Mapping[int, str]) -> list[str]:
    """Each reason with those whom it keeps from a place, by name."""
    found = []
    for code, workers in reasons.items():
        who = ", ".join(sorted(names.get(pk, "") for pk in workers))
        found.append(f"{REASONS.get(code, _another())}: {who}")
    return found


def aside_words(code: str) -> str:
    """Why somebody with hours told is on no roster all the same."""
    why = REASONS.get(code, _another())
    return _("What stands already breaks a rule, so nothing is added: %(why)s") % {"why": why}


def _another() -> str:
    return _("Would break another rule")


def fault_lines(faults: Iterable[Fault]) -> list[str]:
    """Why a week that was asked for has no roster."""
    return [_fault(fault) for fault in faults]


def _fault(fault: Fault) -> str:
    if fault.code in OF_A_ROSTER:
        return str(OF_A_ROSTER[fault.code])
    *_rest, row = fault.where.split(".")[:2]
    day = row.partition(" ")[2]
    words = fault_text(fault)
    return f"{weekday(date.fromisoformat(day))}: {words}" if day else words


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
