"""Two versions of a plan side by side: what stayed, what changed, what is new."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import Sight
from whatmatters.frontend.templatetags.wm import day, pounds
from whatmatters.outcomes.queries import (
    LineFacts,
    PlanOutcomeFacts,
    VersionComparison,
    VersionContent,
)
from whatmatters.outcomes.web.code_words import BANDS, DELIVERERS, PLAN_STATES
from whatmatters.outcomes.web.plans.price_words import IN_BLOCK, price_words
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class Side:
    """One version's half of a row: words, and smaller ones below them."""

    words: str
    small: tuple[str, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One thing in both versions; a side is None where it is not there."""

    what: str
    before: Side | None
    after: Side | None
    mark: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """The page: two heads, and the rows of three tables."""

    base: str
    title: str
    back_url: str
    heads: tuple[Side, Side]
    days: tuple[ComparedRow, ...]
    lines: tuple[ComparedRow, ...]
    outcomes: tuple[ComparedRow, ...]
    changes: int


def compare_page(found: VersionComparison, sight: Sight) -> ComparePage:
    """The page for one reader; prices only to those who may see them."""
    prices = Action.SEE_PRICES in sight.actions
    days = tuple(_days(found, prices))
    lines = tuple(
        _row(str(n), _line(pair.before, prices), _line(pair.after, prices))
        for n, pair in enumerate(found.lines, 1)
    )
    outcomes = tuple(
        _row(str(n), _outcome(pair.before), _outcome(pair.after))
        for n, pair in enumerate(found.outcomes, 1)
    )
    changed = [row for row in (*days, *lines, *outcomes) if row.mark[0] != "quiet"]
    return ComparePage(
        base="frontend/base_person.html" if is_own(sight) else "frontend/base.html",
        title=_("Version %(before)s beside version %(after)s")
        % {"before": found.before.facts.number, "after": found.after.facts.number},
        back_url=reverse("plan_version", args=[found.after.facts.id]),
        heads=(_head(found.before), _head(found.after)),
        days=days,
        lines=lines,
        outcomes=outcomes,
        changes=len(changed),
    )


def _head(content: VersionContent) -> Side:
    facts = content.facts
    return Side(
        _("Version %(number)s") % {"number": facts.number}, (str(PLAN_STATES[facts.state]),)
    )


def _days(found: VersionComparison, prices: bool) -> Iterator[ComparedRow]:
    before, after = found.before.facts, found.after.facts
    yield _row(_("First day"), Side(day(before.starts)), Side(day(after.starts)))
    yield _row(_("Last day"), Side(day(before.ends)), Side(day(after.ends)))
    yield _row(_("Review"), Side(day(before.review_on)), Side(day(after.review_on)))
    if prices:
        yield _row(_("Price"), Side(price_words(before)), Side(price_words(after)))


def _line(fact: LineFacts | None, prices: bool) -> Side | None:
    if fact is None:
        return None
    line = fact.line
    small = [str(DELIVERERS[line.deliverer])]
    small += [text for text in (line.deliverer_name, line.limit) if text]
    if line.funded_by:
        small.append(_("already funded by %(funder)s") % {"funder": line.funded_by})
    if prices and line.hours is not None and line.band is not None:
        told = {"hours": f"{line.hours.normalize():f}", "band": BANDS[line.band]}
        small.append(_("%(hours)s hours, %(band)s") % told)
    if prices and (line.band is not None or line.cost is not None):
        small.append(str(IN_BLOCK) if fact.as_block else pounds(fact.pence))
    return Side(line.what, tuple(small))


def _outcome(found: PlanOutcomeFacts | None) -> Side | None:
    if found is None:
        return None
    payable = _("Payable") if found.planned.payable else _("Not payable")
    return Side(f"“{found.outcome.statement}”", (payable,), str(found.outcome.language))


def _row(what: str, before: Side | None, after: Side | None) -> ComparedRow:
    if before is None:
        mark = ("good", _("New"))
    elif after is None:
        mark = ("must", _("Left out"))
    else:
        mark = ("quiet", _("The same")) if before == after else ("plain", _("Changed"))
    return ComparedRow(what, before, after, mark)
