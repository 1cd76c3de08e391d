"""Who comes to a person and when: read by her and those who work with her; written by one."""

from collections.abc import Sequence
from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import render

from whatmatters.access.queries.names import names_together
from whatmatters.access.web import Asked, permitted
from whatmatters.people.queries import PersonFacts, person
from whatmatters.rota.queries import DeliveryFacts, delivery_plans, holding_on
from whatmatters.rota.web.shown import DeliveryShown, Names, delivery_shown
from whatmatters.rota.web.working import newest, own_teams, team_name
from whatmatters.rules.permissions import Action, Relationship, relationships_for
from whatmatters.teams.queries import teams
from whatmatters.teams.queries.workers import worker_names

SAYS = frozenset({Action.ANSWER_DELIVERY, Action.WRITE_DELIVERY})


@permitted(Action.SEE_DELIVERY, person="person_id")
def delivery(request: Asked, person_id: int) -> HttpResponse:
    """What holds today of each provider, what waits for her answer, and what comes later."""
    who = found_person(request, person_id)
    shared = Relationship.SHARED_VISITS in request.sight.relationships
    provider_id = None if shared else request.sight.provider_id
    plans = delivery_plans(
        request.actor.council_id, person_ids=[person_id], provider_id=provider_id
    )
    now = holding_on(plans, request.today)
    held = {plan.id for plan in now}
    later = [p for p in plans if p.agreed_on and p.starts > request.today and p.id not in held]
    asked = _newest_offered(plans) if not _only_shared(request) else []
    own = Relationship.SELF in request.sight.relationships
    told = _told(request, who, [*now, *later, *asked])
    context = {
        "base": "frontend/base_person.html" if own else "frontend/base.html",
        "own": own,
        "person": who,
        "now": [told[plan.id] for plan in now],
        "later": [told[plan.id] for plan in later],
        "asked": [told[plan.id] for plan in asked],
        "may_answer": bool(request.sight.relationships & HERS),
        "may_write": Action.WRITE_DELIVERY in request.sight.actions,
    }
    return render(request, "rota/delivery.html", context)


HERS = frozenset({Relationship.SELF, Relationship.DECIDER})


@permitted(Action.WRITE_DELIVERY, person="person_id")
def delivery_write(request: Asked, person_id: int) -> HttpResponse:
    """The newest version, to be added to; whatever is kept is a version of its own."""
    who, plan = found_person(request, person_id), newest(request, person_id)
    context = {
        "person": who,
        "plan": _told(request, who, [plan])[plan.id] if plan else None,
        "state": _state(plan),
        "has_team": bool(own_teams(request)),
    }
    return render(request, "rota/delivery_write.html", context)


def found_person(request: Asked, person_id: int) -> PersonFacts:
    """The person whom the page is about. Http404 where there is none."""
    who = person(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    return who


def shown_plan(request: Asked, who: PersonFacts, plan: DeliveryFacts) -> DeliveryShown:
    """One version in words."""
    return _told(request, who, [plan])[plan.id]


def _newest_offered(plans: Sequence[DeliveryFacts]) -> list[DeliveryFacts]:
    """Of each provider the newest version that it agreed to, where the person has not answered."""
    newest_of: dict[int, DeliveryFacts] = {}
    for plan in plans:
        if plan.offered:
            newest_of.setdefault(plan.provider_id, plan)
    return [plan for plan in newest_of.values() if plan.waits]


def _state(plan: DeliveryFacts | None) -> str:
    if plan is None:
        return "none"
    if plan.agreed_on:
        return "agreed"
    if plan.waits:
        return "waits"
    return "declined" if plan.offered else "draft"


def _told(
    request: Asked, who: PersonFacts, plans: Sequence[DeliveryFacts]
) -> dict[int, DeliveryShown]:
    """Each version in words, with all names asked for together."""
    council_id = request.actor.council_id
    users, providers = names_together(
        {answer.by_id for plan in plans for answer in plan.answers.values()},
        {plan.provider_id for plan in plans},
    )
    workers = worker_names(pk for plan in plans for pk in (*plan.chosen, *plan.never))
    called = {one.id: team_name(one) for one in teams(council_id)} if plans else {}
    names = Names(providers, called, workers, users)
    sees = bool(SAYS & request.sight.actions)
    told = {
        plan.id: delivery_shown(plan, names, person=who.known_as, sees_never=sees) for plan in plans
    }
    if _only_shared(request):
        return {pk: replace(one, answers=()) for pk, one in told.items()}
    return told


def _only_shared(request: Asked) -> bool:
    """Whether she shares who comes and when with this reader, who stands to her in no other way
    that shows it: what she answered, and who decides for her, is not shared by that."""
    shows = set(relationships_for(request.actor.roles, Action.SEE_DELIVERY))
    return shows & request.sight.relationships <= {Relationship.SHARED_VISITS}
