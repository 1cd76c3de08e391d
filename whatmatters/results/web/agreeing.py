"""The council says yes to a count."""

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import PageForm
from whatmatters.frontend.templatetags.wm import period_words, pounds
from whatmatters.results.queries import one_count
from whatmatters.results.services import agree_count
from whatmatters.results.web.sending import form_page, found_period
from whatmatters.results.web.shown import told_of
from whatmatters.rules.permissions import Action

AGREE = Action.AGREE_COUNT
TITLE = gettext_lazy("Agree to this count")


class YesForm(PageForm):
    """Which revision was seen."""

    keeps_drafts = False

    seen = forms.IntegerField(widget=forms.HiddenInput)


@permitted_council(AGREE, post=AGREE, called=TITLE)
def result_agree(request: Asked, results_id: int, measured: int) -> HttpResponse:
    """What was counted and what it pays, and the button."""
    scheme = found_period(request, results_id, measured)
    said = one_count(scheme.id, measured)
    if said is None:
        raise Http404
    form = YesForm(sent(request), initial={"seen": said.count.revision})

    def verb() -> int:
        return agree_count(
            by=request.actor,
            at=request.at,
            contract_id=scheme.id,
            measured=measured,
            seen=form.cleaned_data["seen"],
        )

    one = said.count
    told = told_of(scheme, one.events, one.people, one.groups)
    figures = {
        "days": period_words(scheme.measured(measured)),
        "events": one.events,
        "people": one.people,
        "left_out": one.left_out,
        "pounds": pounds(told.pence),
    }
    lead = _(
        "%(days)s: it happened to %(events)s of %(people)s people counted, and %(left_out)s were "
        "not counted. It pays %(pounds)s, with the next run. Ask the provider to put right what "
        "you do not agree to: until you do, it is not paid."
    )
    send = _("I agree to this count")
    return form_page(
        request, form, verb, {"title": TITLE, "lead": lead % figures, "send": send}, scheme
    )
