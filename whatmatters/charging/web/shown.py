"""Lines of charges as the page shows them: each opens to every figure that it was worked from."""

from django.utils.translation import gettext as _

from whatmatters.charging.queries import ChargeStatement, LineTold
from whatmatters.charging.web.names import KINDS, LIMITS, RATES
from whatmatters.charging.web.shown_tables import cost, held_to, means
from whatmatters.frontend import statement
from whatmatters.frontend.templatetags.wm import day, period_words, pounds
from whatmatters.rules.charging.correcting import LineKind


def shown_lines(told: ChargeStatement) -> tuple[statement.Line, ...]:
    """Every line, as the statement has them; the first is open."""
    return tuple(_shown(line, is_open=not place) for place, line in enumerate(told.lines))


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
        tables=(held_to(told), *means(told), *cost(told)),
        after=_after(line),
        is_open=is_open,
    )


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
