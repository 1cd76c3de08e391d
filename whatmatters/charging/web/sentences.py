"""Each step of a charge as one sentence that can be checked with a pencil."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.charging.web.cost_sentences import COSTS
from whatmatters.charging.web.means_sentences import MEANS
from whatmatters.charging.web.money_words import told_money, told_share
from whatmatters.frontend.templatetags.wm import day

Inputs = Mapping[str, str]
MINUTES = 60


def sentence(step: Mapping[str, Any]) -> str:
    """A step in words; "" for one without words of its own."""
    says = SENTENCES.get(step["rule"])
    if says is None:
        return ""
    words = says(step["inputs"])
    return f"{words} {_free(step['inputs'])}".strip()


def time_words(minutes: int) -> str:
    """630 as "10 hours 30 minutes"."""
    hours, rest = divmod(minutes, MINUTES)
    parts = []
    if hours or not rest:
        parts.append(ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours})
    if rest:
        parts.append(ngettext("%(n)s minute", "%(n)s minutes", rest) % {"n": rest})
    return " ".join(parts)


def _free(inputs: Inputs) -> str:
    days = int(inputs.get("free_days", "0"))
    if not days:
        return ""
    words = ngettext(
        "%(n)s of the seven days is free, so the other days count.",
        "%(n)s of the seven days are free, so the other days count.",
        days,
    )
    return words % {"n": days}


def _by_time(words: str, inputs: Inputs) -> str:
    time = time_words(int(inputs["minutes"]))
    return words % {"time": time, "rate": told_money(inputs["hourly_rate"])}


def _planned(inputs: Inputs) -> str:
    return _by_time(_("%(time)s planned, at %(rate)s an hour."), inputs)


def _delivered(inputs: Inputs) -> str:
    return _by_time(_("%(time)s given, at %(rate)s an hour."), inputs)


def _bundle(inputs: Inputs) -> str:
    words = _(
        "%(hours)s hours over %(weeks)s weeks, at %(rate)s an hour, of which %(share)s is charged."
    )
    return words % {
        "hours": inputs["bundle_hours"],
        "weeks": inputs["bundle_weeks"],
        "rate": told_money(inputs["hourly_rate"]),
        "share": told_share(inputs["share"]),
    }


def _flat(inputs: Inputs) -> str:
    if "charge" not in inputs:
        return _("Nothing with a price ran in this week: no plan, no package, no bundle.")
    words = _(
        "What was agreed for this week is worth %(value)s; the charge for that is %(charge)s."
    )
    told = {"value": told_money(inputs["plan_value"]), "charge": told_money(inputs["charge"])}
    return words % told


def _plan_share(inputs: Inputs) -> str:
    words = _("What was agreed for this week is worth %(value)s; %(share)s of that is charged.")
    told = {"value": told_money(inputs["plan_value"]), "share": told_share(inputs["share"])}
    return words % told


def _none(_inputs: Inputs) -> str:
    return _("The council has decided that nothing is charged.")


def _guarantee(inputs: Inputs) -> str:
    until = day(date.fromisoformat(inputs["until"]))
    return _("The bill does not go above what it was before, until %(day)s.") % {"day": until}


def _cost(inputs: Inputs) -> str:
    words = _("The council paid %(cost)s, after penalties and what was taken back.")
    if Fraction(inputs["cost"]) <= 0:
        words = _("The council paid nothing.")
    return words % {"cost": told_money(inputs["cost"])}


SENTENCES: Mapping[str, Callable[[Inputs], str]] = {
    "planned_hours": _planned,
    "delivered_minutes": _delivered,
    "bundle_share": _bundle,
    "flat_band": _flat,
    "plan_price_share": _plan_share,
    "none": _none,
    "guarantee": _guarantee,
    "cost": _cost,
    **COSTS,
    **MEANS,
}
