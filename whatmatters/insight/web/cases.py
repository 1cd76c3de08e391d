"""The people behind a figure, for those who may see them. A figure that is withheld never opens."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.listing import ListForm, paging
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.insight.queries import scopes
from whatmatters.insight.queries.cases import MOST_SHOWN, Behind, behind, is_told
from whatmatters.insight.queries.dashboard import dashboard as read
from whatmatters.insight.queries.scopes import Scope
from whatmatters.insight.web.figure_words import FIGURES
from whatmatters.insight.web.views import department_of, provider_of, team_of
from whatmatters.insight.web.whose import tabs
from whatmatters.policy.measures import measures_at
from whatmatters.rules.measures.rates import Counted
from whatmatters.rules.measures.register import Depth, Measure, Shape
from whatmatters.rules.permissions import Action

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One person: her name, what of hers is counted, and where it stands with her."""

    name: str
    counted: str
    url: str


@permitted_council(Action.SEE_CASES_BEHIND)
def cases(request: Asked, figure: str) -> HttpResponse:
    """Behind a figure of the department; to a provider's people, of their organisation."""
    return _page(request, department_of(request), figure, reverse("dashboard"))


@permitted_council(Action.SEE_PROVIDER_FIGURES)
def provider_cases(request: Asked, provider_id: int, figure: str) -> HttpResponse:
    """Behind a figure of one provider."""
    back = reverse("dashboard_provider", args=[provider_id])
    scope, _said = provider_of(request, provider_id)
    return _page(request, scope, figure, back)


@permitted_council(Action.SEE_TEAM_FIGURES)
def team_cases(request: Asked, team_id: int, figure: str) -> HttpResponse:
    """Behind a figure of one team: of its people, those with whom the reader works."""
    scope, _name = team_of(request, team_id)
    return _page(request, scope, figure, reverse("dashboard_team", args=[team_id]))


@permitted_council(Action.SEE_OWN_FIGURES)
def mine_cases(request: Asked, figure: str) -> HttpResponse:
    """Behind a figure of the reader's own."""
    scope = scopes.worker(request.actor, on=request.today)
    return _page(request, scope, figure, reverse("dashboard_mine"))


def _page(request: Asked, scope: Scope, figure: str, back: str) -> HttpResponse:
    measure = measures_at(scope.depth).get(figure)
    if measure is None:
        raise Http404
    told = is_told(read(scope, on=request.today, only=(measure,)), measure)
    found = behind(request.actor, scope, measure, on=request.today) if told else Behind((), {})
    every = rows(measure, found)
    part = paging(ListForm(request.GET), len(every), per_page=PER_PAGE)
    context = {
        "name": FIGURES[measure.words].name,
        "how": FIGURES[measure.words].how,
        "told": told,
        "rows": every[part.start : part.start + PER_PAGE],
        "paging": part,
        "total": len(found.people),
        "most": MOST_SHOWN if len(found.people) == MOST_SHOWN else 0,
        "minimum": measure.minimum,
        "back": back,
        "tabs": tabs(request, scope.depth),
    }
    return render(request, "insight/cases.html", context)


def rows(measure: Measure, found: Behind) -> list[CaseRow]:
    """Everybody who is shown."""
    return [
        CaseRow(
            who.full_name,
            _counted(measure, found.counted[who.id]),
            _address(measure, who.id),
        )
        for who in found.people
    ]


def _address(measure: Measure, person_id: int) -> str:
    """The same figures of her alone; her record, of what is no figure of one person."""
    name = "dashboard_case" if Depth.CASE in measure.depths else "record"
    return reverse(name, args=[person_id])


def _counted(measure: Measure, counted: Counted) -> str:
    counts = {"n": counted.numerator, "d": counted.denominator}
    if measure.shape is Shape.DAYS:
        return _("%(n)s days") % counts
    if measure.key == "spend":
        return pounds(counted.numerator)
    if measure.shape in (Shape.WARDS, Shape.PARTS):
        return str(counted.numerator)
    return _("%(n)s of %(d)s") % counts
