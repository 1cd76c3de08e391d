"""A comparison as its page shows it: a table for each kind of benefit, a chart beside the first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.comparing.services.comparing import Comparison
from whatmatters.comparing.services.table import rows, terms_words
from whatmatters.comparing.web.tables import (
    ShownTable,
    cash,
    charges,
    hours,
    payers,
    pulls,
    wages,
    why,
)
from whatmatters.comparing.web.tables import incomes as income_table
from whatmatters.frontend import comparing_words as words
from whatmatters.frontend.charts import Chart, Range, difference_chart
from whatmatters.frontend.comparing_words import Figure
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.rules.comparing.summing import Compared


@dataclass(frozen=True, slots=True)
class Method:
    """A figure by its name, and how it is worked out."""

    name: str
    how: str


def page(found: Comparison, names: Mapping[str, str]) -> dict[str, object]:
    """What the template needs. `names`: of payers and providers, by reference."""
    priced = [one for one in found.models if one.supports]
    return {
        "found": found,
        "first": found.window[0].start,
        "last": found.window[-1].last_day,
        "priced": priced,
        "cash": cash(priced),
        "chart": _chart(priced),
        "payers": payers(priced, names),
        "incomes": [(way(one), income_table(one, names)) for one in priced if one.incomes],
        "pulls": pulls(priced),
        "hours": hours(priced),
        "wages": wages(found, priced),
        "why": why(found.models),
        "charges": charges(found, priced),
        "terms": [(way(one), terms_words(found, one.model)) for one in priced if one.anew],
        "methods": list(_methods(found, names)),
    }


def way(one: Compared) -> str:
    """What a way of paying is called."""
    return str(WAY_NAMES.get(one.model, one.model))


def _chart(priced: Iterable[Compared]) -> Chart | None:
    """The differences of those that priced anybody anew, in the order of the table."""
    drawn = [one for one in priced if one.anew]
    ranges = [_range(one) for one in drawn]
    return difference_chart(
        ranges,
        words=lambda pence: pounds(pence).removesuffix(".00"),
        title=str(words.FIGURES[Figure.DIFFERENCE].name),
        summary=" ".join(_sentence(one) for one in drawn),
    )


def _range(one: Compared) -> Range:
    told = one.difference
    if told is None or told.lower is None or told.upper is None:
        return Range(way(one))
    return Range(way(one), told.mean, told.lower, told.upper)


def _sentence(one: Compared) -> str:
    told = one.difference
    if told is None or told.lower is None or told.upper is None:
        return _("%(name)s: too few to tell.") % {"name": way(one)}
    sums = {"name": way(one), "each": pounds(round(told.mean))}
    sums |= {"low": pounds(round(told.lower)), "high": pounds(round(told.upper))}
    return _("%(name)s: %(each)s, likely between %(low)s and %(high)s.") % sums


def _methods(found: Comparison, names: Mapping[str, str]) -> Iterator[Method]:
    """Of each figure on the page, once."""
    held = {row.figure for one in found.models for row in rows(found, one, names)}
    for figure in Figure:
        if figure in held:
            told = words.FIGURES[figure]
            yield Method(str(told.name), str(told.how))


__all__ = ["Method", "ShownTable", "page", "way"]
