"""The broker's page: who waits, by how long and why; each patch; why providers declined."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.commissioning.queries import patch_leads
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.outcomes.queries import PathFacts, declines, waiting
from whatmatters.outcomes.web.wayin.words import DECLINES, STEP_TAKEN
from whatmatters.people.queries import PersonFacts, person_facts
from whatmatters.places.queries import PatchFacts, patches
from whatmatters.policy.way_in import declines_weeks
from whatmatters.rules.outcomes import WayInStep
from whatmatters.rules.permissions import Action
from whatmatters.rules.way_in import OVER
from whatmatters.trust.queries.addresses import hidden_among


class WaitingFilter(ListForm):
    """Where somebody who waits lives, and how far the way in has come."""

    patch = forms.ChoiceField(
        label=gettext_lazy("Patch"),
        help_text=gettext_lazy("Somebody whose address is hidden stands under no patch."),
        required=False,
    )
    now = forms.ChoiceField(
        label=gettext_lazy("Where it is"),
        required=False,
        choices=[
            ("", gettext_lazy("Anywhere")),
            *((str(step), words) for step, words in STEP_TAKEN.items() if step not in OVER),
        ],
    )


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
    there = patches(council_id)
    form = WaitingFilter(request.GET)
    form.offer("patch", _("Any patch"), ((one.id, _name(one)) for one in there))
    chosen = form.chosen()
    like = _like(request, found, people, chosen)
    shown = paging(form, len(like))
    since = on - timedelta(weeks=declines_weeks())
    told = {
        "filters": form,
        "filtered": bool(chosen),
        "paging": shown,
        "total": len(found),
        "waits": _waits(request, like[shown.start : shown.start + PER_PAGE], people),
        "patches": _patches(request, found, people, there),
        "declines": [(DECLINES[why], n) for why, n in declines(council_id, since, on).items()],
        "since": since,
    }
    return render(request, "outcomes/people_waiting.html", told)


def _like(
    request: Asked,
    found: tuple[PathFacts, ...],
    people: dict[int, PersonFacts],
    chosen: dict[str, str],
) -> tuple[PathFacts, ...]:
    """Those that the filters leave. A patch never tells where somebody hidden lives."""
    if "now" in chosen:
        found = tuple(path for path in found if path.now == chosen["now"])
    if "patch" not in chosen:
        return found
    hidden = hidden_among(request.actor.council_id, people)
    wanted = {pk for pk, who in people.items() if who.patch_id == int(chosen["patch"])} - hidden
    return tuple(path for path in found if path.person_id in wanted)


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
    request: Asked,
    found: tuple[PathFacts, ...],
    people: dict[int, PersonFacts],
    there: tuple[PatchFacts, ...],
) -> tuple[PatchShown, ...]:
    leads = patch_leads(request.actor.council_id, request.today)
    names = organisation_names(lead.provider_id for lead in leads.values())
    waits = Counter(people[path.person_id].patch_id for path in found)
    taken = Counter(people[path.person_id].patch_id for path in found if path.now in TAKEN)
    return tuple(
        PatchShown(
            name=_name(patch),
            lead=names.get(leads[patch.id].provider_id, "") if patch.id in leads else "",
            waits=waits[patch.id],
            untaken=waits[patch.id] - taken[patch.id],
        )
        for patch in there
    )


def _name(patch: PatchFacts) -> str:
    welsh = (get_language() or "").startswith("cy")
    return (patch.name_cy if welsh else "") or patch.name_en
