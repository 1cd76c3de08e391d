"""One entry of the ledger: what it posted, and every figure that it was worked from."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, permitted_council
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.payments.queries import LineView
from whatmatters.payments.queries.entries import entry
from whatmatters.payments.queries.entry_views import EntryView
from whatmatters.payments.queries.posted import REPAYABLE
from whatmatters.payments.web.ledger_rows import account_words, bodies_of, shown_rows
from whatmatters.payments.web.statement_lines import shown_lines
from whatmatters.rules.permissions import Action


@permitted_council(Action.SEE_LEDGER)
def ledger_entry(request: Asked, entry_id: int) -> HttpResponse:
    """Debits and credits, which add to nothing; the lines behind them, or what was netted."""
    found = entry(request.actor.council_id, entry_id)
    if found is None:
        raise Http404
    names = bodies_of([found])
    lines = shown_lines(request.actor, request.today, _lines(request.actor.council_id, found))
    context = {
        "entry": found,
        "row": shown_rows([found])[0],
        "postings": [
            (account_words(account, names), max(pence, 0), max(-pence, 0))
            for account, pence in found.postings
        ],
        "debits": sum(pence for _account, pence in found.postings if pence > 0),
        "lines": [lines[at].line for at in sorted(lines)],
        "netted": _netted(found),
    }
    return render(request, "payments/ledger_entry.html", context)


def _lines(council_id: int, found: EntryView) -> list[LineView]:
    """The lines that the entry was made of, from its own facts and from nothing newer."""
    if found.agreement_id is None:
        return []
    ids = [found.agreement_id]
    (about,) = agreement_facts(council_id, ids=ids, with_terms=False)
    repayable = any(account.startswith(REPAYABLE) for account, _pence in found.postings)
    return [
        LineView(
            line_id=at,
            run_id=found.run_id,
            agreement_id=found.agreement_id,
            person_id=found.person_id,
            model=about.model,
            source=about.source,
            source_id=about.source_id,
            payer_id=int(told["payer"].removeprefix("org:")),
            payee_id=int(told["payee"].removeprefix("org:")),
            pence=told["pence"],
            rule=found.rule,
            reason=told["reason"],
            subject=found.subject,
            period_corrected=found.corrected,
            period_posted=found.posted.start,
            held=False,
            repayable=repayable,
            inputs=told["inputs"],
        )
        for at, told in enumerate(found.facts.get("lines", ()))
    ]


def _netted(found: EntryView) -> list[tuple[str, int]]:
    """How a payment was worked: what was due and brought forward, less what is carried."""
    words = {
        "brought_forward": _("Brought forward from the statement before"),
        "due": _("Due by the lines of this run"),
        "carried": _("Less what is carried forward"),
        "paid": _("Paid"),
    }
    told = found.facts
    return [(said, told[key]) for key, said in words.items() if key in told]
