"""The broker's page: who waits, by how long and why; each patch; why providers declined."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.commissioning.queries import patch_leads
from whatmatters.outcomes.queries import PathFacts, declines, waiting
from whatmatters.outcomes.web.wayin.words import DECLINES, STEP_TAKEN
from whatmatters.people.queries import PersonFacts, person_facts
from whatmatters.places.queries import patches
from whatmatters.policy.way_in import declines_weeks
from whatmatters.rules.outcomes import WayInStep
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class Waits:
    """One person who waits. `declined`: how often, and why the last time."""

    name: str
    url: str
    days: int
    now: str
    owner: str
    declined: int
    why: str


@dataclass(frozen=True, slots=True)
class PatchShown:
    """One patch: who leads there, how many wait, and how many of those nobody has taken."""

    name: str
    lead: str
    waits: int
    untaken: int


TAKEN = frozenset({WayInStep.ACCEPTED, WayInStep.PLAN_PROPOSED, WayInStep.AGREED})


@permitted_council(Action.SEE_WAITING)
def people_waiting(request: Asked) -> HttpResponse:
    """People who asked and have not started, the longest wait first."""
    council_id, on = request.actor.council_id, request.today
    found = waiting(council_id, on)
    people = person_facts({path.person_id for path in found})
    since = on - timedelta(weeks=declines_weeks())
    told = {
        "waits": _waits(request, found, people),
        "patches": _patches(request, found, people),
        "declines": [(DECLINES[why], n) for why, n in declines(council_id, since, on).items()],
        "since": since,
    }
    return render(request, "outcomes/people_waiting.html", told)


def _waits(
    request: Asked, found: tuple[PathFacts, ...], people: dict[int, PersonFacts]
) -> tuple[Waits, ...]:
    owners = organisation_names(
        path.steps[-1].owner_id for path in found if path.steps[-1].owner_id
    )
    rows = []
    for path in found:
        said = [step.decline_reason for step in path.steps if step.decline_reason]
        rows.append(
            Waits(
                name=people[path.person_id].full_name,
                url=reverse("referral", args=[path.referral_id]),
                days=(request.today - path.on).days,
                now=str(STEP_TAKEN[path.now]),
                owner=owners.get(path.steps[-1].owner_id or 0, ""),
                declined=len(said),
                why=str(DECLINES[said[-1]]) if said else "",
            )
        )
    return tuple(rows)


def _patches(
    request: Asked, found: tuple[PathFacts, ...], people: dict[int, PersonFacts]
) -> tuple[PatchShown, ...]:
    leads = patch_leads(request.actor.council_id, request.today)
    names = organisation_names(lead.provider_id for lead in leads.values())
    waits = Counter(people[path.person_id].patch_id for path in found)
    taken = Counter(people[path.person_id].patch_id for path in found if path.now in TAKEN)
    welsh = (get_language() or "").startswith("cy")
    return tuple(
        PatchShown(
            name=(patch.name_cy if welsh else "") or patch.name_en,
            lead=names.get(leads[patch.id].provider_id, "") if patch.id in leads else "",
            waits=waits[patch.id],
            untaken=waits[patch.id] - taken[patch.id],
        )
        for patch in patches(request.actor.council_id)
    )
