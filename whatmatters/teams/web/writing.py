"""Somebody new at work, and what is known of a worker put right."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import PageForm
from whatmatters.teams.services.keeping import WorkerSaid, put_worker_right, take_on
from whatmatters.teams.web.lists import KEEP, found_worker
from whatmatters.teams.web.pages import form_page

NEW = gettext_lazy("Somebody new at work")
CHANGE = gettext_lazy("Put right what is known of a worker")


class WorkerForm(PageForm):
    """Who it is, and as what they work."""

    name = forms.CharField(label=gettext_lazy("First name and surname"), max_length=200)
    job = forms.CharField(
        label=gettext_lazy("What is their work called?"),
        help_text=gettext_lazy("Such as: care worker, nurse, coordinator."),
        max_length=80,
    )
    speaks_welsh = forms.BooleanField(label=gettext_lazy("They speak Welsh"), required=False)

    def said(self) -> WorkerSaid:
        """What was said, from a form that is valid."""
        told = self.cleaned_data
        return WorkerSaid(told["name"], told["job"], told["speaks_welsh"])


@permitted_council(KEEP, post=KEEP, called=NEW)
def worker_new(request: Asked) -> HttpResponse:
    """It is a row in the register of workers; an account is joined to it after that."""
    form = WorkerForm(sent(request))

    def verb() -> int:
        return take_on(by=request.actor, at=request.at, said=form.said())

    lead = _("They can be put in a team, given a shift and named to people once this is kept.")
    return form_page(request, form, verb, (NEW, lead))


@permitted_council(KEEP, post=KEEP, called=CHANGE)
def worker_change(request: Asked, at_work_id: int) -> HttpResponse:
    """Another name, other work, or Welsh learned."""
    one = found_worker(request, at_work_id)
    first = {"name": one.name, "job": one.job, "speaks_welsh": one.speaks_welsh}
    form = WorkerForm(sent(request), initial=first)

    def verb() -> int:
        by, at = request.actor, request.at
        return put_worker_right(by=by, at=at, worker_id=at_work_id, said=form.said())

    lead = _("It is shown like this everywhere from now on.")
    return form_page(request, form, verb, (CHANGE, lead), at_work_id)
