"""`community_outcome` in words: what was counted, the interval, and the step that was reached."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from whatmatters.frontend.statement import SumRow, Sums
from whatmatters.frontend.statement_figures import pounds, result, tables
from whatmatters.frontend.templatetags.wm import period_words
from whatmatters.rules.commissioning import Inputs


def _result(told: Inputs) -> str:
    return _("The service reached the step of %(step)s") % {"step": told["step"]}


def _too_few(_told: Inputs) -> str:
    return _("Too few to tell: no change could be told from chance")


def _no_step(_told: Inputs) -> str:
    return _("A change can be told, but no step was reached")


def _not_counted(_told: Inputs) -> str:
    return _("Nobody of an agreed group was counted, so nothing can be told of people like before")


def counted(told: Inputs, pence: int | None) -> tuple[Sums, ...]:
    """Counts and interval, then every step with the people it would take."""
    return (
        Sums(_("What was counted"), tuple(_counts(told))),
        *_adjusted(told),
        Sums(_("The steps"), (*_steps(told), *result(told, pence))),
    )


def _counts(told: Inputs) -> Iterator[SumRow]:
    words = _("%(events)s of %(people)s")
    before = {"events": told["baseline_events"], "people": told["baseline_people"]}
    if "measured_first" in told:
        first, last = (
            date.fromisoformat(str(told[f"measured_{one}"])) for one in ("first", "last")
        )
        yield SumRow(_("Days that were measured"), period_words(first, last))
    yield SumRow(_("Before"), words % before)
    yield SumRow(_("Now"), words % {"events": told["events"], "people": told["people"]})
    wanted = {"reduce": _("fewer were wanted"), "increase": _("more were wanted")}
    yield SumRow(_("Difference"), str(told["difference"]), wanted[str(told["direction"])])
    how = _("Newcombe’s interval, confidence %(confidence)s") % told
    yield SumRow(_("Interval"), _("%(lower)s to %(upper)s") % told, how)


def _adjusted(told: Inputs) -> Iterator[Sums]:
    """Each agreed group, and the rate of people like those before, by which it is paid."""
    rows = list(tables(told.get("groups", [])))
    if not rows:
        return
    words = _("%(baseline_events)s of %(baseline_people)s before, %(events)s of %(people)s now")
    shown = [SumRow(str(row["name"]), words % row) for row in rows]
    if "adjusted_rate" in told:
        how = _("each group weighs as much as it did before")
        shown.append(SumRow(_("Rate of people like before"), str(told["adjusted_rate"]), how))
        interval = _("%(adjusted_lower)s to %(adjusted_upper)s") % told
        shown.append(SumRow(_("Difference"), str(told["adjusted_difference"])))
        shown.append(SumRow(_("Interval"), interval, _("this one decides")))
    yield Sums(_("Adjusted to who was counted before"), tuple(shown))


def _steps(told: Inputs) -> Iterator[SumRow]:
    for step in tables(told["steps"]):
        name = _("Step of %(rate)s") % {"rate": step["rate"]}
        least = step["least_people"]
        how = _("the baseline was counted from too few to tell this step")
        if least is not None:
            how = _("told from about %(least)s people") % {"least": least}
        yield SumRow(name, pounds(step["pays"]), how)


REASONS = {
    "community_outcome.result": _result,
    "community_outcome.too_few_to_tell": _too_few,
    "community_outcome.no_step_reached": _no_step,
    "community_outcome.group_not_counted": _not_counted,
}
SUMS = {"community_outcome.result": counted}
