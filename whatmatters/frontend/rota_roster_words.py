"""What a checked roster breaks and costs, in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from whatmatters.frontend.problem_words import printable
from whatmatters.frontend.rota_words import number_text


def broken_text(code: str, params: Mapping[str, object]) -> str:
    """One rule that a roster breaks, as a sentence."""
    words = {**_of_a_turn(), **_of_a_member()}.get(code)
    return code if words is None else words % {key: _shown(told) for key, told in params.items()}


def tier_text(code: str) -> str:
    """What a tier counts."""
    return {
        "uncovered_turns": _("Places that nobody has"),
        "short_of_contract": _("Weeks with less work than a contract promises"),
        "unevenly_shared": _("Unpopular turns: most less fewest, each kind"),
        "against_a_wish": _("Turns against a wish"),
    }[code]


def _shown(value: object) -> str:
    return number_text(value) if isinstance(value, int | float) else printable(str(value))


def _of_a_turn() -> dict[str, str]:
    return {
        "unknown_turn": _("There is no turn %(turn)s in these weeks."),
        "unknown_worker": _("Turn %(turn)s: there is no worker %(worker)s in the team."),
        "too_many_on_it": _("Turn %(turn)s has places for %(wanted)s only."),
        "twice_on_it": _("Turn %(turn)s: %(worker)s stands there twice."),
        "not_skilled": _("Turn %(turn)s: %(worker)s lacks a skill that this place needs."),
        "not_available": _("Turn %(turn)s: %(worker)s cannot work the whole of it."),
        "away": _("Turn %(turn)s: %(worker)s is away."),
        "rest_from_before": _(
            "Turn %(turn)s: %(worker)s has not rested since the last turn before these weeks."
        ),
    }


def _of_a_member() -> dict[str, str]:
    return {
        "overlap": _("%(worker)s is on %(turn)s and %(other)s at the same time."),
        "too_little_rest": _(
            "%(worker)s rests for %(rest)s minutes at the longest in the 24 hours that begin with "
            "%(turn)s; %(other)s is the last turn in them."
        ),
        "no_break_between": _(
            "%(worker)s goes on from %(turn)s to %(other)s without a break: that is too long."
        ),
        "promise_taken_back": _("%(worker)s was promised %(turn)s and is not on it."),
        "over_contract": _(
            "%(worker)s has %(minutes)s minutes in week %(week)s; the contract allows %(most)s."
        ),
        "over_week": _(
            "%(worker)s has %(minutes)s minutes in week %(week)s; without agreeing to longer weeks "
            "the most is %(most)s."
        ),
        "no_day_free": _("%(worker)s has no whole day free in week %(week)s."),
    }
