"""The council's ledger: narrowed and paged by its address, with the sums of both, and as a file."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, permitted_council
from whatmatters.access.web.made_by import made_by
from whatmatters.frontend.listing import PER_PAGE, paging
from whatmatters.frontend.spreadsheets import spreadsheet
from whatmatters.payments.queries.entries import count_and_sums, entries
from whatmatters.payments.queries.entry_views import Sums
from whatmatters.payments.web.ledger_file import columns, file_rows
from whatmatters.payments.web.ledger_filter import asked_by, ledger_filter
from whatmatters.payments.web.ledger_rows import shown_rows
from whatmatters.rules.permissions import Action

# A file is made in memory; a year of a large council is less.
MOST_IN_A_FILE = 20_000


@permitted_council(Action.SEE_LEDGER)
def ledger(request: Asked) -> HttpResponse:
    """Every entry, the newest first; each opens to its postings and its arithmetic."""
    council_id, form = request.actor.council_id, ledger_filter(request)
    count, whole = count_and_sums(council_id, asked_by(form))
    part = paging(form, count)
    rows = shown_rows(entries(council_id, asked_by(form), offset=part.start, limit=PER_PAGE))
    context = {
        "filters": form,
        "filtered": bool(form.chosen()),
        "paging": part,
        "rows": rows,
        "whole": whole,
        "here": Sums(sum(row.sums.owed for row in rows), sum(row.sums.paid for row in rows)),
        "csv": reverse("ledger_csv") + form.address(),
    }
    return render(request, "payments/ledger.html", context)


@permitted_council(Action.SEE_LEDGER)
def ledger_csv(request: Asked) -> HttpResponse:
    """Every entry of the filter, posting by posting, without a name of any person."""
    council_id, form = request.actor.council_id, ledger_filter(request)
    count, _whole = count_and_sums(council_id, asked_by(form))
    if count > MOST_IN_A_FILE:
        words = _("A file holds at most %(most)s entries. Narrow the list, and make it again.")
        messages.info(request, words % {"most": f"{MOST_IN_A_FILE:,}"})
        return HttpResponseRedirect(reverse("ledger") + form.address())
    found = entries(council_id, asked_by(form), limit=MOST_IN_A_FILE)
    return spreadsheet(
        "ledger", columns(), file_rows(found), made_by=made_by(request.actor, request.at)
    )
