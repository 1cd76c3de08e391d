"""Statements: what was paid, by whom, line by line with its arithmetic. The payee sees the same."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from whatmatters.access.queries import may_in_council, own_organisation_only
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.payments.queries import RemittanceFacts, RemittanceView, remittances
from whatmatters.payments.queries.payees import held_of, statement
from whatmatters.payments.web.statement_lines import Shown, shown_lines
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class Paid:
    """One statement in the list: one run and one payee, all payers together."""

    remittance_id: int
    payee: str
    period: Period
    paid: int
    carried: int


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
    own = own_organisation_only(request.actor, Action.SEE_REMITTANCES)
    rows = remittances(request.actor.council_id, payee_id=own)
    names = organisation_names(row.payee_id for row in rows)
    context = {"statements": _statements(rows, names), "own": own is not None}
    return render(request, "payments/remittance_list.html", context)


@permitted_council(Action.SEE_REMITTANCES)
def remittance(request: Asked, remittance_id: int) -> HttpResponse:
    """One statement: a total for each payer, what is held, and lines that open to their sums."""
    parts = statement(request.actor.council_id, remittance_id)
    own = own_organisation_only(request.actor, Action.SEE_REMITTANCES)
    if not parts or own not in (None, parts[0].facts.payee_id):
        raise Http404
    facts = parts[0].facts
    names = organisation_names({facts.payee_id, *(p.facts.payer_id for p in parts)})
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


def _statements(rows: tuple[RemittanceFacts, ...], names: dict[int, str]) -> list[Paid]:
    together: dict[tuple[int, int], list[RemittanceFacts]] = {}
    for row in rows:
        together.setdefault((row.run_id, row.payee_id), []).append(row)
    return [
        Paid(
            remittance_id=some[0].remittance_id,
            payee=names[some[0].payee_id],
            period=Period(some[0].period_start, some[0].period_end),
            paid=sum(row.paid for row in some),
            carried=sum(row.carried for row in some),
        )
        for some in together.values()
    ]


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
