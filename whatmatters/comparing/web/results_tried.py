"""Who would carry which risk of paid results, before anybody signs them (R-CO-05)."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.web import Asked, permitted_council
from whatmatters.comparing.queries.terms import terms_in_use
from whatmatters.comparing.web.results_at_first import as_agreed
from whatmatters.comparing.web.results_form import ResultsForm
from whatmatters.results.web.words import seen_text
from whatmatters.rules.commissioning_models import community_outcome
from whatmatters.rules.commissioning_models.community_outcome import least_at_best
from whatmatters.rules.comparing.results_tried import Chances, chances, rates_to_show
from whatmatters.rules.permissions import Action

TENTH = 1000  # per mille: a chance is told to a tenth of a per cent, and no finer
FEWEST, MOST = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class Row:
    """One true rate in words; sums are pence of one measured period in the mean."""

    rate: str
    unchanged: bool
    supposed: bool
    paid: str
    too_few: str
    no_step: str
    results: int
    least: int
    most: int
    loss: str
    provider: int
    payer: int


@dataclass(frozen=True, slots=True)
class Tried:
    """Each rate; `luck` is how often no change at all is paid for, `fewest` of how many people
    anything can be told (None: of none)."""

    rows: tuple[Row, ...]
    luck: str
    fewest: int | None
    enough: bool


@permitted_council(Action.COMPARE_MODELS)
def results_tried(request: Asked) -> HttpResponse:
    """The terms that the address asks for; nothing is written."""
    held = terms_in_use(request.actor.council_id, community_outcome.name, request.today)
    form = ResultsForm(request.GET or None, as_agreed(held))
    context = {
        "asking": form,
        "tried": _tried(form) if form.is_valid() else None,
        "page_has_errors": bool(form.errors),
    }
    return render(request, "comparing/results_tried.html", context)


def _tried(form: ResultsForm) -> Tried:
    terms, deal, supposed = form.terms(), form.deal(), form.supposed_rate()
    before = terms.baseline.events / terms.baseline.people
    found = chances(terms, deal, rates_to_show(terms, supposed))
    fewest = least_at_best(terms)
    return Tried(
        tuple(_row(one, before, supposed) for one in found),
        next(chance(one.paid) for one in found if one.rate == before),
        fewest,
        fewest is not None and fewest <= deal.people,
    )


def _row(one: Chances, before: float, supposed: float | None) -> Row:
    return Row(
        rate=seen_text(one.rate),
        unchanged=one.rate == before,
        supposed=one.rate == supposed,
        paid=chance(one.paid),
        too_few=chance(one.too_few),
        no_step=chance(one.no_step),
        results=round(one.results),
        least=one.at_most(FEWEST),
        most=one.at_most(MOST),
        loss=chance(one.loss),
        provider=round(one.provider),
        payer=round(one.payer),
    )


def chance(share: float) -> str:
    """A chance to a tenth of a per cent; what is rarer is said to be rarer, never to be 0."""
    told = round(share * TENTH)
    if not told and share:
        return "<0.1%"
    if told == TENTH and share < 1:
        return ">99.9%"
    return f"{told / 10:.1f}%"
