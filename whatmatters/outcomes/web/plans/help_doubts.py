"""Where a plan may count on family for more than they offer, in words: a question, no reproach."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.queries.help_counted import HelpCounted
from whatmatters.people.queries import HelpOfferFacts
from whatmatters.people.web.help_shown import HelpShown, help_shown
from whatmatters.rules.help_offers import Doubt, Doubted


def doubts_shown(found: HelpCounted | None) -> tuple[str, ...]:
    """A sentence for each; None: the reader may not see what is offered."""
    if found is None:
        return ()
    offers = {offer.id: offer for offer in found.offers}
    return tuple(_sentence(one, offers, found) for one in found.doubts)


def help_standing(found: HelpCounted | None, *, on: date) -> tuple[HelpShown, ...]:
    """What can be counted on, on a day, to whoever writes the plan."""
    told = (help_shown(offer, on=on) for offer in (found.offers if found else ()))
    return tuple(one for one in told if one.stands)


def _sentence(one: Doubted, offers: dict[int, HelpOfferFacts], found: HelpCounted) -> str:
    if one.offer_id is None:
        return _lines(found.lines)
    offer = offers[one.offer_id]
    until = offer.now.until
    told = {
        "name": offer.by_name,
        "what": " · ".join(w for w in (offer.said.what, offer.said.days, offer.said.limits) if w),
        "day": day(until if one.doubt is Doubt.ENDS_FIRST and until else offer.now.at),
    }
    return {
        Doubt.WITHDRAWN: _("%(name)s took this back on %(day)s: “%(what)s”"),
        Doubt.CHANGED: _("%(name)s changed this on %(day)s. Now it is: “%(what)s”"),
        Doubt.ENDS_FIRST: _(
            "%(name)s offers this until %(day)s only, before the plan ends: “%(what)s”"
        ),
    }[one.doubt] % told


def _lines(lines: int) -> str:
    words = ngettext(
        "%(n)s line is by family or friends: that is more than they offer here themselves.",
        "%(n)s lines are by family or friends: that is more than they offer here themselves.",
        lines,
    )
    return words % {"n": lines}
