"""Files for the bank: made once for a released run, and the same to the last byte for ever."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries.bodies import accounts_of_people
from whatmatters.access.queries.names import organisation_names, user_names
from whatmatters.access.web import Asked, permitted_council, status
from whatmatters.payments.queries import run as run_of
from whatmatters.payments.queries.files import files_of
from whatmatters.payments.queries.ledger_controls import ledger_controls
from whatmatters.payments.services import make_payment_file
from whatmatters.payments.web.bank_shown import bank_of_run
from whatmatters.payments.web.file_form import FORMATS, FileForm
from whatmatters.payments.web.refusal_words import refusal_words
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.payment_files import FileFormat
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

ARRIVES_AT = {"not_a_working_day", "arrives_too_soon", "beyond_holiday_table"}


@permitted_council(Action.MAKE_PAYMENT_FILE, post=Action.MAKE_PAYMENT_FILE)
def run_files(request: Asked, run_id: int) -> HttpResponse:
    """The files of one run, and the form that makes one."""
    view = run_of(request.actor.council_id, run_id, per_page=1)
    if view is None:
        raise Http404
    # What people's own accounts pay leaves them without the council's bank.
    own = accounts_of_people(request.actor.council_id)
    due = [one for one in view.remittances if one.paid and one.payer_id not in own]
    payers = organisation_names(one.payer_id for one in due)
    form = FileForm(request.POST if request.method == "POST" else None)
    form.fields["payer"].choices = [(str(who), name) for who, name in payers.items()]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid() and _made(request, run_id, form):
        return HttpResponseRedirect(reverse("run_files", args=[run_id]))
    payees = {one.payee_id for one in due}
    context = {
        "form": form,
        "run_id": run_id,
        "period": Period(view.facts.period_start, view.facts.period_end),
        "released": view.facts.state is RunState.RELEASED,
        "files": _files(request, run_id),
        "totals": [
            (name, ledger_controls(request.actor.council_id, run_id, who))
            for who, name in payers.items()
        ],
        "bank": bank_of_run(request.actor, run_id, payees),
    }
    return render(request, "payments/run_files.html", context, status=status(request))


def _made(request: Asked, run_id: int, form: FileForm) -> bool:
    told = form.cleaned_data
    try:
        made = make_payment_file(
            by=request.actor,
            at=request.at,
            run_id=run_id,
            payer_id=int(told["payer"]),
            form=FileFormat(told["form"]),
            arrives=told["arrives"],
        )
    except Refusal as refusal:
        form.refuse(refusal_words(refusal), "arrives" if refusal.code in ARRIVES_AT else None)
        return False
    number = {"number": made.facts.number}
    if made.new:
        messages.success(request, _("File %(number)s is made.") % number)
    else:
        said = _("File %(number)s was made before, and is not made again: it is below.")
        messages.info(request, said % number)
    return True


def _files(request: Asked, run_id: int) -> list[dict[str, object]]:
    found = files_of(request.actor.council_id, run_id)
    payers = organisation_names(one.payer_id for one in found)
    said = [one.unsent_by_id for one in found if one.unsent_by_id is not None]
    users = user_names([*(one.made_by_id for one in found), *said])
    return [
        {
            "facts": one,
            "payer": payers[one.payer_id],
            "form": FORMATS[one.form],
            "by": users.get(one.made_by_id, ""),
            "unsent_by": users.get(one.unsent_by_id or 0, ""),
        }
        for one in found
    ]
