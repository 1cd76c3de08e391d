"""One file for the bank: its bytes, and saying that the bank never had it."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, permitted_council, status
from whatmatters.frontend.forms import PageForm
from whatmatters.payments.queries.files import file_bytes, payment_file_of
from whatmatters.payments.services import say_unsent
from whatmatters.payments.web.refusal_words import refusal_words
from whatmatters.rules.payment_files import FORMS
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


class UnsentForm(PageForm):
    """One button."""

    keeps_drafts = False


@permitted_council(Action.MAKE_PAYMENT_FILE)
def payment_file(request: Asked, file_id: int) -> HttpResponse:
    """The bytes that were made; a file that is not to be sent says so in its name."""
    found = file_bytes(request.actor.council_id, file_id)
    if found is None:
        raise Http404
    facts, content = found
    form = FORMS[facts.form]
    start = "payments" if facts.unsent_at is None else "not-to-send-payments"
    name = f"{start}-{facts.number:06}.{form.ending}"
    return HttpResponse(
        content,
        content_type=form.content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@permitted_council(Action.MAKE_PAYMENT_FILE, post=Action.MAKE_PAYMENT_FILE)
def file_unsent(request: Asked, file_id: int) -> HttpResponse:
    """Somebody other than who made it says that the bank never had it: another may be made."""
    facts = payment_file_of(request.actor.council_id, file_id)
    if facts is None:
        raise Http404
    form = UnsentForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            say_unsent(by=request.actor, at=request.at, file_id=file_id)
        except Refusal as refusal:
            form.refuse(refusal_words(refusal))
        else:
            said = _("File %(number)s is not to be sent. Another may be made.")
            messages.success(request, said % {"number": facts.number})
            return HttpResponseRedirect(reverse("run_files", args=[facts.run_id]))
    context = {
        "form": form,
        "facts": facts,
        "mine": facts.made_by_id == request.actor.user_id,
    }
    return render(request, "payments/file_unsent.html", context, status=status(request))
