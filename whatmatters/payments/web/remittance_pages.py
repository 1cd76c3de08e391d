"""Statements: what was paid, by whom, line by line with its arithmetic. The payee sees the same."""

from dataclasses import dataclass

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import may_in_council, own_organisation_only
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.payments.queries import RemittanceFacts, RemittanceView
from whatmatters.payments.queries.listed import (
    count_statements,
    listed_statements,
    payees_of,
    statement_years,
)
from whatmatters.payments.queries.payees import held_of, statement
from whatmatters.payments.web.statement_lines import Shown, shown_lines
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action


class StatementFilter(ListForm):
    """Whose statements, and the year of their days. A payee is only asked about its own."""

    payee = forms.ChoiceField(label=gettext_lazy("Organisation"), required=False)
    year = forms.ChoiceField(label=gettext_lazy("Year in which it begins"), required=False)


@dataclass(frozen=True, slots=True)
class Part:
    """One payer's part of a statement."""

    payer_id: int
    payer: str
    facts: RemittanceFacts
    lines: tuple[Shown, ...]


@permitted_council(Action.SEE_REMITTANCES)
def remittance_list(request: Asked) -> HttpResponse:
    """Every statement that this reader may see, the newest first."""
    council_id = request.actor.council_id
    own = own_organisation_only(request.actor, Action.SEE_REMITTANCES)
    form = _filters(request, own)
    chosen = form.chosen()
    payee = int(chosen["payee"]) if "payee" in chosen else own
    year = int(chosen["year"]) if "year" in chosen else None
    shown = paging(form, count_statements(council_id, payee, year))
    rows = listed_statements(council_id, payee, year, offset=shown.start, limit=PER_PAGE)
    names = organisation_names(row.payee_id for row in rows)
    context = {
        "filters": form,
        "filtered": bool(chosen),
        "paging": shown,
        "statements": [(row, names[row.payee_id]) for row in rows],
        "own": own is not None,
    }
    return render(request, "payments/remittance_list.html", context)


def _filters(request: Asked, own: int | None) -> StatementFilter:
    council_id = request.actor.council_id
    form = StatementFilter(request.GET)
    years = statement_years(council_id, own)
    form.offer("year", _("Any year"), ((year, year) for year in years))
    if own is not None:
        del form.fields["payee"]
        return form
    names = organisation_names(payees_of(council_id))
    form.offer("payee", _("Any organisation"), sorted(names.items(), key=lambda one: one[1]))
    return form


@permitted_council(Action.SEE_REMITTANCES)
def remittance(request: Asked, remittance_id: int) -> HttpResponse:
    """One statement: a total for each payer, what is held, and lines that open to their sums."""
    parts, names = found_statement(request, remittance_id)
    own = own_organisation_only(request.actor, Action.SEE_REMITTANCES)
    facts = parts[0].facts
    paid = sum(part.facts.paid for part in parts)
    context = {
        "parts": _parts(request, parts, names),
        "many": len(parts) > 1,
        "payee": names[facts.payee_id],
        "own": own is not None,
        "period": Period(facts.period_start, facts.period_end),
        "facts": facts,
        "title": _title(names[facts.payee_id], paid, own is not None),
        "paid": paid,
        "carried": sum(part.facts.carried for part in parts),
        "held": -held_of(parts),
        "held_lines": sum(line.held for part in parts for line in part.lines),
        "may_contest": may_in_council(request.actor, Action.CONTEST_PENALTY),
    }
    return render(request, "payments/remittance.html", context)


def found_statement(
    request: Asked, remittance_id: int
) -> tuple[tuple[RemittanceView, ...], dict[int, str]]:
    """A statement that this reader may see, and the names of its bodies. Http404 otherwise."""
    parts = statement(request.actor.council_id, remittance_id)
    own = own_organisation_only(request.actor, Action.SEE_REMITTANCES)
    if not parts or own not in (None, parts[0].facts.payee_id):
        raise Http404
    bodies = {parts[0].facts.payee_id, *(part.facts.payer_id for part in parts)}
    return parts, organisation_names(bodies)


def _parts(
    request: Asked, parts: tuple[RemittanceView, ...], names: dict[int, str]
) -> tuple[Part, ...]:
    every = [line for part in parts for line in part.lines]
    shown = shown_lines(request.actor, request.today, every)
    return tuple(
        Part(
            part.facts.payer_id,
            names[part.facts.payer_id],
            part.facts,
            tuple(shown[line.line_id] for line in part.lines),
        )
        for part in parts
    )


def _title(payee: str, paid: int, own: bool) -> str:
    if own:
        return _("We pay you %(pounds)s") % {"pounds": pounds(paid)}
    return _("%(payee)s is paid %(pounds)s") % {"payee": payee, "pounds": pounds(paid)}
