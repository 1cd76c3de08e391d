"""One episode: its clock, what was read, how it ended, and what it costs the council."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import Sight
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted
from whatmatters.episodes.queries import EpisodeFacts, episode_terms, readings_of
from whatmatters.episodes.web.found import base_of, found_episode, person_of_episode
from whatmatters.episodes.web.shown import episode_days, how_it_stands, reading_rows
from whatmatters.episodes.web.terms_shown import clock_rows, price_rows
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import person as person_of
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.episodes import Stands
from whatmatters.rules.permissions import Action


@permitted(
    Action.SEE_PLAN, person=person_of_episode, called=gettext_lazy("Weeks of short-term support")
)
def episode(request: Asked, episode_id: int) -> HttpResponse:
    """Prices only for whoever may see prices."""
    facts = found_episode(request, episode_id)
    return render(request, "episodes/episode.html", _told(request, facts))


def _told(request: Asked, facts: EpisodeFacts) -> dict[str, Any]:
    who = person_of(facts.person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    agreement = episode_terms(facts.council_id, facts.id)
    names = organisation_names({facts.provider_id, *(payer for payer, _ in agreement.payers)})
    terms = list(clock_rows(facts, names[facts.provider_id]))
    if Action.SEE_PRICES in request.sight.actions:
        terms += price_rows(agreement, names)
    readings = readings_of(facts.id)
    return {
        "base": base_of(request),
        "own": is_own(request.sight),
        "name": who.known_as,
        "facts": facts,
        "days": episode_days(facts),
        "how": how_it_stands(facts, request.today),
        "waits": facts.stands(request.today) is Stands.WAITS,
        "terms": terms,
        "readings": reading_rows(readings),
        "acts": list(_acts(facts, request.sight, read=any(one.counts for one in readings))),
    }


def _acts(facts: EpisodeFacts, sight: Sight, *, read: bool) -> Iterator[tuple[str, str]]:
    """Words and address of what this reader may do."""
    here = [facts.id]
    if Action.FOLLOW_EPISODE in sight.actions and (facts.ends or facts.last) >= facts.starts:
        yield _("Keep a baseline or a follow-up"), reverse("episode_read", args=here)
        if read:
            yield _("Strike a reading out"), reverse("episode_strike", args=here)
    if Action.AGREE_EPISODE not in sight.actions:
        return
    if facts.ends is None:
        if facts.extended_on is None:
            yield _("Make it a week longer"), reverse("episode_extend", args=here)
        yield _("Say how it ended"), reverse("episode_end", args=here)
    elif facts.state is not EndState.DIED:
        yield _("Put right how it ended"), reverse("episode_end", args=here)
