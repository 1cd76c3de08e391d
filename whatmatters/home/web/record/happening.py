"""What is happening, in the words of whoever was there."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import weekday
from whatmatters.home.queries.record_timeline import Happened, HappenedPage
from whatmatters.home.web.record.values import TimelineShown
from whatmatters.outcomes.web.code_words import (
    EXCEPTION_REASONS,
    EXCEPTION_STATES,
    OUTCOME_STATES,
    PARTIES,
    PLAN_STATES,
)
from whatmatters.rules.lifecycles import ExceptionState, OutcomeState, PlanState
from whatmatters.rules.outcomes import ExceptionReason, Party

KEY = frozenset({"exception", "off_track", "visit_missed", "hospital_stay", "judgement_opened"})


# Every outcome begins under way and every plan as a draft: that tells nobody anything.
MACHINERY = frozenset(
    {
        ("outcome_move", str(OutcomeState.ACTIVE)),
        ("plan_move", str(PlanState.DRAFT)),
        ("plan_move", str(PlanState.SUPERSEDED)),
    }
)


def timeline(items: tuple[Happened, ...]) -> tuple[TimelineShown, ...]:
    """Each thing with its day, what kind of thing it is, words and who wrote them."""
    return tuple(
        TimelineShown(
            when=weekday(item.on),
            strong=HEADS[item.kind](item.code) if item.kind in HEADS else "",
            words=item.words,
            lang=item.language if item.language in ("cy", "en") else "",
            by=item.by_name,
            is_key=item.kind in KEY,
        )
        for item in items
        if (item.kind, item.code) not in MACHINERY
    )


def pages(found: HappenedPage) -> dict[str, dict[str, str]]:
    """Ways to what happened later and earlier, as the pagination component takes them."""
    told: dict[str, dict[str, str]] = {}
    if found.page > 1:
        told["previous"] = {"href": _page(found.page - 1), "text": _("What happened later")}
    if found.earlier:
        told["next"] = {"href": _page(found.page + 1), "text": _("What happened earlier")}
    return told


def _page(number: int) -> str:
    return (f"?page={number}" if number > 1 else "?") + "#happening"


def _off_track(code: str) -> str:
    return _("Off track, says %(party)s") % {"party": PARTIES[Party(code)]}


def _exception(code: str) -> str:
    return _("Exception: %(reason)s") % {"reason": EXCEPTION_REASONS[ExceptionReason(code)]}


def _exception_answer(code: str) -> str:
    return _("The exception: %(state)s") % {"state": EXCEPTION_STATES[ExceptionState(code)]}


def _plan_move(code: str) -> str:
    return _("Plan: %(state)s") % {"state": PLAN_STATES[PlanState(code)]}


def _outcome_move(code: str) -> str:
    return _("Outcome: %(state)s") % {"state": OUTCOME_STATES[OutcomeState(code)]}


def _stay(code: str) -> str:
    return _("Went into hospital") if code == "admitted" else _("Came home from hospital")


def _package(code: str) -> str:
    return _("Visits began") if code == "package_started" else _("Visits ended")


HEADS: Mapping[str, Callable[[str], str]] = {
    "note": lambda _code: "",
    "progress": lambda _code: _("Progress"),
    "off_track": _off_track,
    "small_change": lambda _code: _("Small change, made at once"),
    "exception": _exception,
    "exception_answer": _exception_answer,
    "plan_move": _plan_move,
    "outcome_move": _outcome_move,
    "judgement_opened": lambda _code: _("The three were asked how it went"),
    "hospital_stay": _stay,
    "package": _package,
    "visit_missed": lambda _code: _("A promised visit was missed"),
}
