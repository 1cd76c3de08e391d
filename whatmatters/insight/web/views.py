"""The figures at five depths. Whose they are is decided here; what they are, in the queries."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from whatmatters.access.queries import own_organisation_only
from whatmatters.access.queries.bodies import providers
from whatmatters.access.web import Asked, permitted, permitted_council
from whatmatters.insight.queries import scopes
from whatmatters.insight.queries.readers import team_of_reader, teams_of_reader
from whatmatters.insight.queries.scopes import Scope
from whatmatters.insight.web.by_name import named_page
from whatmatters.insight.web.code_words import CLASSES, DEPTHS, FACTS, SPANS, UNITS
from whatmatters.insight.web.figure_words import FIGURES
from whatmatters.insight.web.page import figures_context, figures_page
from whatmatters.insight.web.whose import Whose, in_language, tabs, team_name, whose, whose_provider
from whatmatters.people.queries import person
from whatmatters.policy.measures import measures
from whatmatters.policy.queries import too_few_to_tell_below
from whatmatters.rules.measures.register import Depth
from whatmatters.rules.permissions import Action


def department_of(request: Asked) -> Scope:
    """The department's; to a provider's people, their own organisation's."""
    own = own_organisation_only(request.actor, Action.SEE_DASHBOARD)
    council_id = request.actor.council_id
    return scopes.department(council_id) if own is None else scopes.provider(council_id, own)


def whose_department(request: Asked, scope: Scope) -> Whose:
    """Its name; of somebody who works for no organisation that is known here, the council's."""
    found = whose_provider(scope.council_id, scope.id) if scope.id is not None else None
    return found or whose(request, scope)


def dashboard_context(request: Asked) -> dict[str, object]:
    """The page's context, for the first page of those who read figures first.

    The table is the figures' own page's: the first page has none.
    """
    scope = department_of(request)
    told = figures_context(request, scope, whose_department(request, scope))
    return told | {"csv": reverse("dashboard") + str(told["csv"])}


@permitted_council(Action.SEE_DASHBOARD)
def dashboard(request: Asked) -> HttpResponse:
    """The department's figures; to a provider's people, their own organisation's."""
    scope = department_of(request)
    return figures_page(request, scope, whose_department(request, scope))


@permitted_council(Action.SEE_PROVIDER_FIGURES)
def provider_list(request: Asked) -> HttpResponse:
    """The providers whose figures this reader may open, by name and in no other order."""
    own = own_organisation_only(request.actor, Action.SEE_PROVIDER_FIGURES)
    found = providers(request.actor.council_id).items()
    links = [(pk, in_language(*names)) for pk, names in found if own in (None, pk)]
    context = named_page(request, links) | {"tabs": tabs(request, Depth.PROVIDER)}
    return render(request, "insight/providers.html", context)


@permitted_council(Action.SEE_PROVIDER_FIGURES)
def provider(request: Asked, provider_id: int) -> HttpResponse:
    """One provider's: to its manager her own, to a commissioner any. The same page, and figures."""
    return figures_page(request, *provider_of(request, provider_id))


def provider_of(request: Asked, provider_id: int) -> tuple[Scope, Whose]:
    """The scope of a provider of this council that the reader may see; 404 for any other."""
    own = own_organisation_only(request.actor, Action.SEE_PROVIDER_FIGURES)
    said = whose_provider(request.actor.council_id, provider_id)
    if own not in (None, provider_id) or said is None:
        raise Http404
    return scopes.provider(request.actor.council_id, provider_id), said


@permitted_council(Action.SEE_TEAM_FIGURES)
def team_list(request: Asked) -> HttpResponse:
    """The teams whose figures this reader may open."""
    links = [(t.id, team_name(t)) for t in teams_of_reader(request.actor, on=request.today)]
    context = named_page(request, links) | {"tabs": tabs(request, Depth.TEAM)}
    return render(request, "insight/teams.html", context)


@permitted_council(Action.SEE_TEAM_FIGURES)
def team(request: Asked, team_id: int) -> HttpResponse:
    """One team's, to its members and to the manager of the provider whose own it is."""
    scope, name = team_of(request, team_id)
    return figures_page(request, scope, whose(request, scope, name))


def team_of(request: Asked, team_id: int) -> tuple[Scope, str]:
    """The scope of a team that the reader may see, and its name; 404 for any other."""
    found = team_of_reader(request.actor, team_id, on=request.today)
    if found is None:
        raise Http404
    scope = scopes.team(request.actor.council_id, found, on=request.today)
    return scope, team_name(found)


@permitted_council(Action.SEE_OWN_FIGURES)
def mine(request: Asked) -> HttpResponse:
    """A worker's own: hers, for her eyes, of the people with whom she works now."""
    scope = scopes.worker(request.actor, on=request.today)
    return figures_page(request, scope, whose(request, scope))


@permitted(Action.SEE_RECORD, person="person_id")
def case(request: Asked, person_id: int) -> HttpResponse:
    """One person's: counts of what the reader may see of her, and no shares."""
    council_id = request.actor.council_id
    who = person(person_id, council_id=council_id)
    if who is None:
        raise Http404
    scope = scopes.case(council_id, request.sight)
    return figures_page(request, scope, whose(request, scope, who.known_as))


@permitted_council(Action.OPEN_HOME)
def method(request: Asked) -> HttpResponse:
    """How each figure is worked out: the register in words. Nothing on it is about anybody."""
    told = [
        {
            "measure": measure,
            "words": FIGURES[measure.words],
            "kind": CLASSES[measure.kind],
            "span": SPANS[measure.span],
            "unit": UNITS[measure.unit],
            "depths": [DEPTHS[depth] for depth in Depth if depth in measure.depths],
            "facts": [words for fact, words in FACTS.items() if fact in measure.moved_by],
        }
        for measure in measures().values()
    ]
    context = {"told": told, "minimum": too_few_to_tell_below()}
    return render(request, "insight/method.html", context)
