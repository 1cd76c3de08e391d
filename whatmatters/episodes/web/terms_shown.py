"""The terms of an episode in plain words."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from whatmatters.episodes.queries import EpisodeFacts, EpisodeTerms, extension_of
from whatmatters.episodes.web.words import STATES
from whatmatters.frontend.templatetags.wm import day, percent, pounds
from whatmatters.rules.money import half_up, pence

Rows = Iterator[tuple[str, str]]


def clock_rows(facts: EpisodeFacts, provider: str) -> Rows:
    """With whom, how long, and whether it was made longer: nobody's money."""
    yield _("With whom"), provider
    yield _("The last day by its weeks"), day(facts.clock_ends)
    if facts.extended_on is None:
        yield _("Longer"), _("No. It can be made a week longer once, for a reason.")
    else:
        told = {"last": day(facts.last), "on": day(facts.extended_on)}
        told["why"] = extension_of(facts.id)
        yield _("Longer"), _("A week, until %(last)s, agreed on %(on)s: %(why)s") % told
    yield _("What the person pays"), _("Nothing: short-term support is free.")


def price_rows(agreement: EpisodeTerms, names: Mapping[int, str]) -> Rows:
    """The price of its weeks, the quality element, and who pays."""
    terms = agreement.terms
    yield _("Price of its weeks"), _pounds(terms.price)
    element = _pounds(terms.quality_element)
    yield _("Quality element, at the follow-up"), element
    shares = ((state, terms.quality_table.get(state)) for state in STATES)
    told = (f"{STATES[state]}: {percent(share)}" for state, share in shares if share is not None)
    yield _("What each end earns of it"), "; ".join(told)
    yield _("Who pays"), ", ".join(_payer(names[who], share) for who, share in agreement.payers)


def _payer(name: str, share: Fraction) -> str:
    return name if share == 1 else f"{name} {percent(share)}"


def _pounds(amount: Fraction) -> str:
    return pounds(half_up(pence(amount)))
