"""Lines of charges as the page shows them: each opens to every figure that it was worked from."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from whatmatters.charging.queries import ChargeStatement, LineTold
from whatmatters.charging.web.money_words import told_pence
from whatmatters.charging.web.names import KINDS, LIMITS, RATES, STEPS
from whatmatters.charging.web.sentences import sentence
from whatmatters.frontend import statement
from whatmatters.frontend.templatetags.wm import day, period_words, pounds
from whatmatters.rules.charging.correcting import LineKind


def shown_lines(told: ChargeStatement) -> tuple[statement.Line, ...]:
    """Every line, as the statement has them; the first is open."""
    return tuple(_shown(line, is_open=not place) for place, line in enumerate(told.lines))


def unverified_names(told: ChargeStatement) -> tuple[str, ...]:
    """The rates of any line that nobody has read in their source, by name."""
    keys = {key for line in told.lines for key in line.told["unverified"]}
    return tuple(sorted(str(RATES.get(key, key)) for key in keys))


def order_unverified(told: ChargeStatement) -> bool:
    """Whether any line rests on an order of the sum that is from memory of the law."""
    return any(line.told["order_unverified"] for line in told.lines)


def _shown(line: LineTold, *, is_open: bool) -> statement.Line:
    told = line.told
    rests = told["unverified"] and told["decided_by"] == "affordable"
    flag = ("plain", _("A rate is still to be verified")) if rests else None
    return statement.Line(
        what=str(KINDS[line.kind]),
        note=_("%(days)s; written on %(day)s")
        % {"days": period_words(line.week), "day": day(line.at)},
        pence=line.pence,
        flag=flag,
        tables=(_held_to(told), *_means(told)),
        after=_after(line),
        is_open=is_open,
    )


def _held_to(told: Mapping[str, Any]) -> statement.Sums:
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


def _means(told: Mapping[str, Any]) -> tuple[statement.Sums, ...]:
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
    heads = (_("Step"), _("Figure"), _("How it was worked out"))
    return (statement.Sums(_("What can be afforded"), rows, heads),)


def _after(line: LineTold) -> tuple[str, ...]:
    told = line.told
    smallest = _(
        "The smallest figure is the charge: %(limit)s. It is rounded down to a whole penny: "
        "%(sum)s."
    )
    limit = str(LIMITS[told["decided_by"]])
    found = [smallest % {"limit": limit[0].lower() + limit[1:], "sum": pounds(told["pence"])}]
    if line.kind is not LineKind.CHARGE:
        words = _("Charged before for this week: %(before)s. Right is: %(right)s. So: %(line)s.")
        sums = {"before": pounds(told["posted"]), "right": pounds(told["pence"])}
        found.append(words % (sums | {"line": pounds(line.pence)}))
    if told["unverified"]:
        names = ", ".join(str(RATES.get(key, key)) for key in told["unverified"])
        found.append(_("Not yet read in its official source: %(names)s.") % {"names": names})
    return tuple(found)
