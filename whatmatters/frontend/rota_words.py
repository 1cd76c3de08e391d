"""What a checked plan breaks and costs, in the reader's language."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from whatmatters.frontend.problem_words import printable
from whatmatters.rules.rota.clock import clock_text
from whatmatters.rules.rota.plan import Broken, Tier

CLOCKS = frozenset({"start", "at", "earliest"})


def broken_text(day: date, broken: Broken) -> str:
    """One rule that a plan breaks, as a sentence."""
    words = _broken().get(broken.code)
    return broken.code if words is None else words % _shown(day, broken.params)


def tier_text(tier: Tier) -> str:
    """What a tier counts."""
    return str(_tiers()[tier.code])


def figure_text(code: str) -> str:
    """What a figure beside the tiers is."""
    return str(_figures().get(code, code))


def number_text(value: float) -> str:
    """Minutes or a share, to one decimal where it is not whole."""
    rounded = round(value, 1)
    return f"{rounded:g}"


def _shown(day: date, params: Mapping[str, object]) -> dict[str, str]:
    return {key: _value(day, key, value) for key, value in params.items()}


def _value(day: date, key: str, value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, int | float):
        return clock_text(day, value) if key in CLOCKS else number_text(value)
    return printable(str(value))


def _broken() -> dict[str, str]:
    return {
        "unknown_shift": _("There is no shift %(shift)s in the problem."),
        "unknown_visit": _("Shift %(shift)s: there is no visit %(visit)s in the problem."),
        "unknown_part": _("Visit %(visit)s has no worker number %(part)s."),
        "not_there_yet": _(
            "Visit %(visit)s is to start at %(start)s, but the worker of shift %(shift)s is there "
            "at %(at)s."
        ),
        "too_early": _("Visit %(visit)s starts at %(start)s, before %(earliest)s."),
        "barred": _("Visit %(visit)s: %(worker)s may not come to %(person)s."),
        "not_skilled": _("Visit %(visit)s: %(worker)s lacks %(skills)s."),
        "not_delegated": _(
            "Visit %(visit)s: no nurse has delegated it to %(worker)s for %(person)s."
        ),
        "too_long": _(
            "Shift %(shift)s ends %(minutes)s minutes late; %(most)s are allowed at the most."
        ),
        "planned_twice": _("Visit %(visit)s: worker number %(part)s is planned twice."),
        "too_few_workers": _("Visit %(visit)s needs %(needed)s workers; %(here)s would be there."),
        "same_worker_twice": _("Visit %(visit)s needs different workers; %(worker)s is both."),
        "not_together": _("Visit %(visit)s: its workers do not start together."),
        "link_broken": _(
            "Visit %(then)s starts %(lag)s minutes after visit %(first)s; it should be from "
            "%(least)s to %(most)s."
        ),
        "not_apart": _(
            "Visits %(first)s and %(then)s need different workers; %(worker)s would do both."
        ),
        "two_shifts_at_once": _(
            "%(worker)s is not back from shift %(shift)s when shift %(next)s starts."
        ),
    }


def _tiers() -> dict[str, str]:
    return {
        "uncovered_critical": _("Critical visits that nobody makes"),
        "uncovered_palliative": _("Palliative visits that nobody makes"),
        "uncovered_personal": _("Personal care visits that nobody makes"),
        "uncovered_domestic": _("Other visits that nobody makes"),
        "critical_late": _("Critical visits later than their tolerance"),
        "promise_broken": _("Other visits later than was agreed"),
        "worker_changed": _("Visits by somebody else than the worker who was named"),
        "not_preferred": _("Visits by somebody whom the person did not choose"),
        "overtime": _("Shifts that end late"),
        "travel": _("Shifts that travel"),
    }


def _figures() -> dict[str, str]:
    return {
        "free_minutes": _("Free minutes in all shifts"),
        "longest_free_block": _("Longest free time in one piece, in minutes"),
        "free_share": _("Share of paid time that is free"),
        "reserve_share": _("Share that the team wants to keep free"),
        "most_late": _("The latest start after what was agreed, in minutes"),
    }
