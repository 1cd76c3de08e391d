"""Who does what: the lines of a plan by who does them, unpaid lines like paid ones (R-WI-04)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.outcomes.queries import LineFacts
from whatmatters.outcomes.web.code_words import BANDS, DELIVERERS
from whatmatters.outcomes.web.plans.price_words import IN_BLOCK
from whatmatters.rules.outcomes import Band, Deliverer
from whatmatters.rules.plans import PlannedLine

Rates = Mapping[Band, Decimal]
PAID = frozenset({Deliverer.PROVIDER, Deliverer.SUBCONTRACTOR})


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line: what, by whom, within which limit; what it costs, and how that is worked out.

    `by` stands beside a figure that does not name them already, `who` is their name always.

    `figure` and `arithmetic` are empty for a reader who may not see prices of paid lines.
    """

    what: str
    by: str
    limit: str
    figure: str
    arithmetic: str
    critical: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class BandShown:
    """The lines of one kind of doer, in the order of the support sequence."""

    title: str
    lines: tuple[LineShown, ...]


def bands(lines: Iterable[LineFacts], *, rates: Rates | None) -> tuple[BandShown, ...]:
    """Lines by who does them. `rates` None: the reader may not see prices."""
    held = list(lines)
    groups = [(who, [f for f in held if f.line.deliverer is who]) for who in Deliverer]
    return tuple(
        BandShown(str(DELIVERERS[who]), tuple(line_shown(fact, rates) for fact in found))
        for who, found in groups
        if found
    )


def line_shown(fact: LineFacts, rates: Rates | None) -> LineShown:
    """One line as it is shown to one reader."""
    line = fact.line
    return LineShown(
        what=line.what,
        by=line.deliverer_name if fact.pence or fact.as_block or line.funded_by else "",
        limit=line.limit,
        figure=_figure(fact, rates is not None),
        arithmetic=_arithmetic(fact, rates) if rates is not None else "",
        critical=_critical(line),
        who=line.deliverer_name,
    )


def _figure(fact: LineFacts, prices: bool) -> str:
    line = fact.line
    if line.funded_by:
        return _("£0.00, already funded")
    if fact.as_block:
        return str(IN_BLOCK) if prices else ""
    if fact.pence or line.deliverer in PAID:
        return pounds(fact.pence) if prices else ""
    if line.deliverer is Deliverer.SELF:
        return _("My own")
    if line.deliverer is Deliverer.TECHNOLOGY:
        return _("Nothing to pay")
    if line.deliverer_name:
        return _("%(name)s offers this") % {"name": line.deliverer_name}
    return _("Offered freely")


def _arithmetic(fact: LineFacts, rates: Rates) -> str:
    line = fact.line
    if line.funded_by:
        return _("Already paid for by %(funder)s, so it is not paid twice.") % {
            "funder": line.funded_by
        }
    if line.band is None or line.hours is None:
        return ""
    hours = f"{line.hours.normalize():f}"
    if fact.as_block:
        return _("%(hours)s hours planned") % {"hours": hours}
    if line.band not in rates:
        return ""
    told = {
        "hours": hours,
        "rate": f"£{rates[line.band]:,.2f}",
        "band": BANDS[line.band],
        "sum": pounds(fact.pence),
    }
    return _("%(hours)s hours × %(rate)s (%(band)s) = %(sum)s") % told


def _critical(line: PlannedLine) -> str:
    if not line.critical:
        return ""
    minutes = line.tolerance_minutes or 0
    return ngettext(
        "Must not be missed: at most %(minutes)s minute late",
        "Must not be missed: at most %(minutes)s minutes late",
        minutes,
    ) % {"minutes": minutes}
