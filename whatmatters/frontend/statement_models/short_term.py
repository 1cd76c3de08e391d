"""`short_term` in words: the days of an episode, and its quality element."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from whatmatters.frontend.statement import SumRow, Sums
from whatmatters.frontend.statement_figures import exact, pounds, result, whole
from whatmatters.frontend.statement_models.end_states import end_state_text
from whatmatters.rules.commissioning import Inputs


def _instalment(told: Inputs) -> str:
    return _("Days %(first)s to %(last)s of the episode’s %(days)s") % {
        "first": int(str(told["days_before"])) + 1,
        "last": told["days_after"],
        "days": told["plan_days"],
    }


def _quality(told: Inputs) -> str:
    return _("Quality element at the follow-up: %(state)s") % {
        "state": end_state_text(told["end_state"])
    }


def instalment(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The episode's price, then its spread over the days."""
    return (Sums(_("This episode"), (*_days(told), *result(told, pence))),)


def _days(told: Inputs) -> Iterator[SumRow]:
    yield SumRow(_("Price of %(weeks)s weeks") % told, pounds(told["price"]))
    how = _("price + extensions (%(extensions)s) × price ÷ weeks, rounded once") % told
    yield SumRow(_("Price of the episode"), whole(told["price_pence"]), how)
    spread = _("price × days elapsed ÷ %(days)s, rounded half up") % {"days": told["plan_days"]}
    for key, days in (("earned_after_pence", "days_after"), ("earned_before_pence", "days_before")):
        name = _("Earned after %(days)s days") % {"days": told[days]}
        yield SumRow(name, whole(told[key]), spread)


def quality(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """The element, and the share of it that the end state earns."""
    rows = (
        SumRow(_("Quality element"), pounds(told["quality_element"])),
        SumRow(_("Share"), str(told["share"]), end_state_text(told["end_state"])),
        SumRow(_("Exact sum"), exact(told["exact_pence"])),
    )
    return (Sums(_("The quality element"), (*rows, *result(told, pence))),)


REASONS = {"short_term.instalment": _instalment, "short_term.quality": _quality}
SUMS = {"short_term.instalment": instalment, "short_term.quality": quality}
