"""A plan that nobody has changed for long, as its page asks about it and shows what was said."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import Sight
from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.queries.unchanged import UnchangedFacts
from whatmatters.outcomes.web.plans.reading import PlanRead
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class WhyShown:
    """Why it was still right, and who said so when. `words` is empty for who may not read them."""

    words: str
    by: str


@dataclass(frozen=True, slots=True)
class UnchangedShown:
    """The question (empty once it is answered), where to answer it, and what was said before."""

    asks: str
    url: str
    said: tuple[WhyShown, ...]


def unchanged(read: PlanRead, sight: Sight) -> UnchangedShown | None:
    """None where nothing is asked and nothing was said."""
    if read.static is None and not read.unchanged:
        return None
    asks = url = ""
    if read.static is not None:
        since = {"day": day(read.static.unchanged_since)}
        asks = _("Nobody has changed what is done, by whom or how much since %(day)s.") % since
        if Action.SAY_WHY_UNCHANGED in sight.actions:
            url = reverse("plan_unchanged", args=[read.content.facts.id])
    return UnchangedShown(asks, url, tuple(_why(fact, sight) for fact in read.unchanged))


def _why(fact: UnchangedFacts, sight: Sight) -> WhyShown:
    told = {"name": fact.by_name, "day": day(fact.on)}
    reads = {Action.SEE_TIMELINE, Action.SAY_WHY_UNCHANGED} & sight.actions
    said = _("%(name)s said on %(day)s why it is still right.") % told
    return WhyShown(fact.words if reads else "", said)
