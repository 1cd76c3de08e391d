"""How a council's or a provider's episodes ended: every one that began is counted once."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import may_in_council, own_organisation_only
from whatmatters.access.web import Asked, permitted_council
from whatmatters.episodes.queries import EpisodeFacts, episode_facts
from whatmatters.episodes.web.shown import episode_row
from whatmatters.episodes.web.words import STATES
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.people.queries import person_facts
from whatmatters.rules.episodes import Stands, cohort
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("How short-term support ended")
OPEN = (Stands.WAITS, Stands.RUNS, Stands.TO_BEGIN)


@permitted_council(Action.SEE_PROVIDER_FIGURES, called=TITLE)
def episode_states(request: Asked) -> HttpResponse:
    """Counts and shares by end; then those that are open, who waits for an end first."""
    own = own_organisation_only(request.actor, Action.SEE_PROVIDER_FIGURES)
    found = episode_facts(request.actor.council_id, provider_id=own)
    counted = cohort((one.stands(request.today), one.state) for one in found)
    unended = _open(found, request)
    page = paging(ListForm(request.GET), len(unended))
    shown = unended[page.start : page.start + PER_PAGE]
    who = person_facts({one.person_id for one in shown})
    told = {
        "cohort": counted,
        "states": [
            (words, counted.counts[state], counted.percents[state])
            for state, words in STATES.items()
        ],
        "unended": [episode_row(one, who[one.person_id].full_name, request.today) for one in shown],
        "paging": page,
        "may_try": may_in_council(request.actor, Action.COMPARE_MODELS),
    }
    return render(request, "episodes/episode_states.html", told)


def _open(found: tuple[EpisodeFacts, ...], request: Asked) -> list[EpisodeFacts]:
    held = [one for one in found if one.stands(request.today) in OPEN]
    return sorted(held, key=lambda one: (OPEN.index(one.stands(request.today)), one.last))
