"""What is set for the own body."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.refusal_words import sentence
from whatmatters.access.services import OrganisationRenamed, rename_organisations
from whatmatters.access.web.administering.charge import body_name, charge
from whatmatters.access.web.administering.forms import NameForm
from whatmatters.access.web.asked import Asked, installation_of
from whatmatters.access.web.drafting import sent
from whatmatters.access.web.marks import permitted_council
from whatmatters.access.web.role_words import DESCRIPTIONS, NAMES
from whatmatters.policy.sign_in import opens_for
from whatmatters.rules.accounts import RecoveryKind
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import InstallationKind


@permitted_council(
    Action.MANAGE_USERS,
    post=Action.MANAGE_USERS,
    called=gettext_lazy("The names of the organisation"),
)
def organisation(request: Asked) -> HttpResponse:
    """The names of the body, which may be changed, and the rules of signing in, which may not."""
    of = charge(request)
    names = {"name_en": of.name_en, "name_cy": of.name_cy}
    form = NameForm(sent(request), initial=names)
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in names}
        renamed = [OrganisationRenamed(of.organisation_id, **said)]
        try:
            rename_organisations(by=request.actor, at=request.at, renamed=renamed)
        except Refusal as refused:
            form.refuse(sentence(refused), "name_en")
        else:
            messages.success(request, _("The names are kept."))
            return HttpResponseRedirect(reverse("organisation"))
    context = {
        "body": body_name(of),
        "form": form,
        "roles": [(NAMES[role], DESCRIPTIONS[role]) for role in of.roles],
        "demo": installation_of(request).kind == InstallationKind.DEMO,
        "recovery_hours": _hours(RecoveryKind.PASSWORD),
        "first_hours": _hours(RecoveryKind.FIRST),
    }
    status = 422 if form.errors else 200
    return render(request, "access/administering/organisation.html", context, status=status)


def _hours(kind: RecoveryKind) -> int:
    return int(opens_for(kind).total_seconds()) // 3600
