"""The small tables that a line of charges opens to: its limits, what can be afforded, the cost."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from whatmatters.charging.web.cost_sentences import NAMES
from whatmatters.charging.web.money_words import told_pence
from whatmatters.charging.web.names import LIMITS, STEPS
from whatmatters.charging.web.sentences import sentence
from whatmatters.frontend import statement


def held_to(told: Mapping[str, Any]) -> statement.Sums:
    """Every limit of the week; the one that decided is the sum."""
    rows = tuple(
        statement.SumRow(
            str(LIMITS[limit["kind"]]),
            told_pence(limit["pence"]),
            sentence(limit["steps"][-1]) if limit["steps"] else "",
            is_sum=limit["kind"] == told["decided_by"],
        )
        for limit in told["limits"]
    )
    heads = (_("What the charge may not be above"), _("Figure"), _("How it was worked out"))
    return statement.Sums(_("This week"), rows, heads)


def means(told: Mapping[str, Any]) -> tuple[statement.Sums, ...]:
    """The steps of what can be afforded; nothing where means were not asked."""
    if not told["means"]:
        return ()
    rows = tuple(
        statement.SumRow(
            str(STEPS[step["rule"]]),
            told_pence(step["pence"]) if step["pence"] is not None else _("no limit"),
            sentence(step),
        )
        for step in told["means"]
    )
    return (statement.Sums(_("What can be afforded"), rows, _heads()),)


def cost(told: Mapping[str, Any]) -> tuple[statement.Sums, ...]:
    """What the cost adds up from; nothing where it is the pay for the days alone."""
    steps = next(limit["steps"] for limit in told["limits"] if limit["kind"] == "cost")
    if len(steps) == 1:
        return ()
    rows = tuple(
        statement.SumRow(
            str(NAMES[step["rule"]]),
            told_pence(step["pence"]),
            sentence(step),
            is_sum=step["rule"] == "cost",
        )
        for step in steps
    )
    return (statement.Sums(_("What the services of this week cost the council"), rows, _heads()),)


def _heads() -> tuple[str, str, str]:
    return _("Step"), _("Figure"), _("How it was worked out")
