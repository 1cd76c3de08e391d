"""What the ledger is narrowed by."""

from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked
from whatmatters.frontend.listing import ListForm
from whatmatters.frontend.templatetags.wm import period_words
from whatmatters.payments.queries.entries import LedgerAsked, periods_and_rules
from whatmatters.payments.queries.listed import payees_of
from whatmatters.payments.web.rule_words import rule_words

LARGEST = 2**62


class LedgerFilter(ListForm):
    """Who is paid, in which four weeks, by which rule, and for whom: by number, never by name."""

    payee = forms.ChoiceField(label=gettext_lazy("Who is paid"), required=False)
    period = forms.ChoiceField(label=gettext_lazy("Posted for"), required=False)
    rule = forms.ChoiceField(label=gettext_lazy("Rule"), required=False)
    person = forms.IntegerField(
        label=gettext_lazy("Person’s number"), required=False, min_value=1, max_value=LARGEST
    )


def ledger_filter(request: Asked) -> LedgerFilter:
    """What the address asks for, with the choices that the ledger has."""
    council_id, form = request.actor.council_id, LedgerFilter(request.GET)
    names = organisation_names(payees_of(council_id))
    periods, rules = periods_and_rules(council_id)
    form.offer("payee", _("Any organisation"), sorted(names.items(), key=lambda one: one[1]))
    form.offer("period", _("Any four weeks"), ((one.start, period_words(one)) for one in periods))
    named = sorted(((rule, rule_words(rule)) for rule in rules), key=lambda one: one[1])
    form.offer("rule", _("Any rule"), named)
    return form


def asked_by(form: LedgerFilter) -> LedgerAsked:
    """The same, as the ledger is asked."""
    told = form.chosen()
    return LedgerAsked(
        payee_id=int(told["payee"]) if "payee" in told else None,
        person_id=told.get("person"),
        period=date.fromisoformat(told["period"]) if "period" in told else None,
        rule=told.get("rule"),
    )
