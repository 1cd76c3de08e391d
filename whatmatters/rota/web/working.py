"""The version that a provider's manager is writing: the newest of her own organisation."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked
from whatmatters.frontend.forms import PageForm
from whatmatters.people.web.one_form import ActPage, Around, act_page
from whatmatters.rota.queries import DeliveryFacts, delivery_plans
from whatmatters.rota.services import DeliveryGiven, write_delivery
from whatmatters.rota.web.words import delivery_refused
from whatmatters.teams.queries import TeamFacts, WorkerFacts, members, teams
from whatmatters.teams.queries.workers import worker_names


def newest(request: Asked, person_id: int) -> DeliveryFacts | None:
    """The newest version of the reader's own organisation."""
    own = request.actor.organisation_id or 0
    found = delivery_plans(request.actor.council_id, person_ids=[person_id], provider_id=own)
    return found[0] if found else None


def given_of(plan: DeliveryFacts, **changes: Any) -> DeliveryGiven:
    """The version as it could be written again, with what changes."""
    given = DeliveryGiven(
        person_id=plan.person_id,
        over=plan.number,
        team_id=plan.team_id,
        starts=plan.starts,
        ends=plan.ends,
        visits=plan.visits,
        quiet=plan.quiet,
        chosen=plan.chosen,
        never=plan.never,
    )
    return replace(given, **changes)


def own_teams(request: Asked) -> tuple[TeamFacts, ...]:
    """The teams of the reader's organisation."""
    found = teams(request.actor.council_id)
    return tuple(one for one in found if one.organisation_id == request.actor.organisation_id)


def workers_today(request: Asked) -> tuple[WorkerFacts, ...]:
    """Who works today in one of the reader's teams, each once, by name."""
    held = members([one.id for one in own_teams(request)], request.today)
    found = {worker.id: worker for many in held.values() for worker in many}
    return tuple(sorted(found.values(), key=lambda worker: (worker.name, worker.id)))


def workers_offered(request: Asked, plan: DeliveryFacts | None) -> list[tuple[str, str]]:
    """The same, and after them who stands on the plan and has left since."""
    works = [(str(one.id), one.name) for one in workers_today(request)]
    stand = (*plan.chosen, *plan.never) if plan else ()
    left = worker_names(pk for pk in stand if str(pk) not in dict(works))
    gone = [(str(pk), _("%(name)s, who has left") % {"name": left[pk]}) for pk in sorted(left)]
    return works + gone


def team_name(team: TeamFacts) -> str:
    """A team in the language that is being read."""
    return team.name_cy if (get_language() or "").startswith("cy") else team.name_en


def writing_page(
    request: Asked,
    person_id: int,
    form: PageForm,
    given: Callable[[], DeliveryGiven],
    page: ActPage,
) -> HttpResponse:
    """A page whose form writes the next version, and leads back to the whole plan."""
    by, at, on = request.actor, request.at, request.today

    def verb() -> int:
        return write_delivery(by=by, at=at, on=on, given=given())

    return act_page(request, person_id, form, verb, page, around(person_id))


def around(person_id: int) -> Around:
    """The way back to the plan that is being written."""
    back = reverse("delivery_write", args=[person_id])
    return Around("frontend/base.html", back, _("Back to the delivery plan"), delivery_refused)
