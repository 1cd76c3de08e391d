"""A price with a quality element, tried on short-term support that is over (R-TR-04)."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.queries import may_in_council
from whatmatters.access.web import Asked, permitted_council
from whatmatters.comparing.queries.past_episodes import MODEL, paid_for, past_episodes
from whatmatters.comparing.queries.terms import terms_in_use
from whatmatters.comparing.web.episodes_form import HUNDRED, PriceForm, as_agreed
from whatmatters.episodes.web.words import STATES
from whatmatters.policy.queries import dated_rules, too_few_to_tell_below, wilson_z
from whatmatters.rules.commissioning_models.short_term import EndState, Terms
from whatmatters.rules.comparing.episodes_tried import Past, Priced, priced
from whatmatters.rules.measures.wilson import Interval, too_few, wilson
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class Tried:
    """What the price would have paid. Sums are pence, `part` of a hundred, `turns` a person's.

    `independent`: how many managed without support, or None where there are too few to tell.
    """

    rows: tuple[tuple[object, Priced], ...]
    episodes: int
    days_pence: int
    quality_pence: int
    pence: int
    part: int
    not_followed: int
    turns: int
    paid: int
    independent: Interval | None


@permitted_council(Action.COMPARE_MODELS)
def episodes_tried(request: Asked) -> HttpResponse:
    """The price that the address asks for, on every episode that is over; nothing is written."""
    council_id = request.actor.council_id
    past = past_episodes(council_id, request.today)
    at_first = as_agreed(terms_in_use(council_id, MODEL, request.today))
    form = PriceForm(request.GET or None, at_first)
    tried = None
    if past and form.is_valid():
        tried = _tried(form.terms(), past.values(), paid_for(council_id, list(past)))
    context = {
        "asking": form,
        "tried": tried,
        "over": len(past),
        "may_see_ends": may_in_council(request.actor, Action.SEE_PROVIDER_FIGURES),
        "page_has_errors": bool(form.errors),
    }
    return render(request, "comparing/episodes_tried.html", context)


def _tried(terms: Terms, past: Iterable[Past], paid: int) -> Tried:
    held = list(past)
    found = priced(terms, held, dated_rules())
    days, quality = sum(one.days_pence for one in found), sum(one.quality_pence for one in found)
    together = days + quality
    return Tried(
        tuple((STATES[one.state], one) for one in found),
        len(held),
        days,
        quality,
        together,
        half_up(Fraction(quality * HUNDRED, together)) if together else 0,
        sum(one.episodes - one.followed_up for one in found),
        _turns(terms),
        paid,
        _independent(held),
    )


def _turns(terms: Terms) -> int:
    """What one end or another makes of a single episode: the best less the worst."""
    shares = [terms.quality_table.get(state, Fraction(0)) for state in EndState]
    return half_up(pence(terms.quality_element) * (max(shares) - min(shares)))


def _independent(held: list[Past]) -> Interval | None:
    if too_few(len(held), too_few_to_tell_below()):
        return None
    managed = sum(one.state is EndState.INDEPENDENT for one in held)
    return wilson(managed, len(held), z=wilson_z())
