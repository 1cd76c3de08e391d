"""What an outcome achieved cost, in words and drawn: the same rows in the table and the chart."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.frontend.charts import Chart, Range, range_chart
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.insight.queries.costs import Cost
from whatmatters.insight.web.code_words import CATEGORIES
from whatmatters.insight.web.whose import in_language


@dataclass(frozen=True, slots=True)
class CostShown:
    """One row of the table of costs, in pence; None where it is too few to tell."""

    name: str
    achieved: int | None
    judged: int | None
    people: int | None
    each: int | None
    lower: int | None
    upper: int | None


@dataclass(frozen=True, slots=True)
class CostTable:
    """The rows that may be told, how many may not, and the rows drawn on one scale."""

    told: list[CostShown]
    few: int
    chart: Chart | None


def categories(costs: Iterable[Cost]) -> CostTable:
    """Costs by category, in words."""
    rows = [cost_shown(cost, str(CATEGORIES.get(cost.key, cost.key))) for cost in costs]
    return _table(rows, _("What each outcome achieved cost, by part of life"))


def patches(costs: Iterable[Cost]) -> CostTable:
    """Costs by patch, in words."""
    without = _("No patch")
    rows = [cost_shown(cost, in_language(cost.name_en, cost.name_cy) or without) for cost in costs]
    return _table(rows, _("What each outcome achieved cost, by patch"))


def _table(rows: list[CostShown], title: str) -> CostTable:
    told = [row for row in rows if row.achieved is not None]
    return CostTable(told, len(rows) - len(told), _chart(told, title))


def cost_shown(cost: Cost, name: str) -> CostShown:
    """One row: its interval only where it has one."""
    told, ratio = cost.told, cost.ratio
    return CostShown(
        name,
        told.numerator if told else None,
        told.denominator if told else None,
        told.heads if told else None,
        round(ratio.value) if ratio else None,
        round(ratio.lower) if ratio else None,
        round(ratio.upper) if ratio else None,
    )


def _chart(rows: list[CostShown], title: str) -> Chart | None:
    """The rows of the table and no other, in their order."""
    ranges = [Range(one.name, one.each, one.lower or 0, one.upper or 0) for one in rows]
    summary = " ".join(_sentence(one) for one in rows)
    return range_chart(ranges, words=_whole_pounds, title=title, summary=summary)


def _sentence(row: CostShown) -> str:
    if row.each is None:
        return _("%(name)s: too few to tell.") % {"name": row.name}
    told = {"name": row.name, "each": pounds(row.each)}
    told |= {"low": pounds(row.lower), "high": pounds(row.upper)}
    return _("%(name)s: %(each)s, likely between %(low)s and %(high)s.") % told


def _whole_pounds(pence: int) -> str:
    return f"£{pence // 100:,}"
