"""The council's ledger: narrowed and paged by its address, with the sums of both, and as a file."""

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.spreadsheets import spreadsheet
from whatmatters.frontend.templatetags.wm import period_words
from whatmatters.payments.queries.entries import (
    LedgerAsked,
    Sums,
    count_and_sums,
    entries,
    periods_and_rules,
)
from whatmatters.payments.queries.listed import payees_of
from whatmatters.payments.web.ledger_file import columns, file_rows
from whatmatters.payments.web.ledger_rows import shown_rows
from whatmatters.rules.permissions import Action

# A file is made in memory; a year of a large council is less.
MOST_IN_A_FILE = 20_000
LARGEST = 2**62


class LedgerFilter(ListForm):
    """Who is paid, in which four weeks, by which rule, and for whom: by number, never by name."""

    payee = forms.ChoiceField(label=gettext_lazy("Who is paid"), required=False)
    period = forms.ChoiceField(label=gettext_lazy("Posted for"), required=False)
    rule = forms.ChoiceField(label=gettext_lazy("Rule"), required=False)
    person = forms.IntegerField(
        label=gettext_lazy("Person’s number"), required=False, min_value=1, max_value=LARGEST
    )


@permitted_council(Action.SEE_LEDGER)
def ledger(request: Asked) -> HttpResponse:
    """Every entry, the newest first; each opens to its postings and its arithmetic."""
    council_id, form = request.actor.council_id, _filters(request)
    count, whole = count_and_sums(council_id, _asked(form))
    part = paging(form, count)
    rows = shown_rows(entries(council_id, _asked(form), offset=part.start, limit=PER_PAGE))
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
    council_id, form = request.actor.council_id, _filters(request)
    count, _whole = count_and_sums(council_id, _asked(form))
    if count > MOST_IN_A_FILE:
        words = _("A file holds at most %(most)s entries. Narrow the list, and make it again.")
        messages.info(request, words % {"most": f"{MOST_IN_A_FILE:,}"})
        return HttpResponseRedirect(reverse("ledger") + form.address())
    found = entries(council_id, _asked(form), limit=MOST_IN_A_FILE)
    return spreadsheet("ledger", columns(), file_rows(found))


def _filters(request: Asked) -> LedgerFilter:
    council_id, form = request.actor.council_id, LedgerFilter(request.GET)
    names = organisation_names(payees_of(council_id))
    periods, rules = periods_and_rules(council_id)
    form.offer("payee", _("Any organisation"), sorted(names.items(), key=lambda one: one[1]))
    form.offer("period", _("Any four weeks"), ((one.start, period_words(one)) for one in periods))
    form.offer("rule", _("Any rule"), ((rule, rule) for rule in rules))
    return form


def _asked(form: LedgerFilter) -> LedgerAsked:
    told = form.chosen()
    return LedgerAsked(
        payee_id=int(told["payee"]) if "payee" in told else None,
        person_id=told.get("person"),
        period=date.fromisoformat(told["period"]) if "period" in told else None,
        rule=told.get("rule"),
    )
