"""Where a person lives, hidden; and the warning before anybody writes it down (threat 20)."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.rules.accounts import OF_NO_ORGANISATION
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.refusals import Refusal
from whatmatters.trust.queries.addresses import guard_of, quoted_in
from whatmatters.trust.services import guard_address, quote_address
from whatmatters.trust.web.frame import back_to, frame, shown
from whatmatters.trust.web.words import refusal_words

REASON = "hidden_address_reason"
NOT_WORDS = frozenset({"csrfmiddlewaretoken", "form_token", "draft", "do", REASON})
OWN_PAGE = "address"


class AddressForm(PageForm):
    """Hidden or not, what must never be written down, and why."""

    hidden = OneOf(
        label=gettext_lazy("Must it stay hidden where this person lives?"),
        choices=[
            ("yes", gettext_lazy("Yes, hide it from everybody who need not know")),
            ("no", gettext_lazy("No")),
        ],
    )
    address = WordsField(
        label=gettext_lazy("The address that nobody may write down"),
        help_text=gettext_lazy(
            "House and street, and any name of the place that gives it away, one a line. "
            "It is shown on this page only."
        ),
        required=False,
        rows=4,
        max_length=1000,
    )
    reason = WordsField(label=gettext_lazy("Why?"), rows=2, max_length=1000)


@permitted(
    Action.SEE_HIDDEN_ADDRESS,
    person="person_id",
    post=Action.SEE_HIDDEN_ADDRESS,
    called=gettext_lazy("Hide where the person lives"),
)
def address(request: Asked, person_id: int) -> HttpResponse:
    """One form; what is in use stands in it."""
    page = frame(request, person_id)
    now = guard_of(request.actor.council_id, person_id)
    written = {"hidden": "yes" if now.hidden else "no", "address": now.address}
    form = AddressForm(sent(request), initial=written | {"reason": now.reason})
    if request.method == "POST" and form.is_valid() and _guarded(request, form, person_id):
        return back_to("address", person_id)
    return shown(request, "address", page, form=form)


def _guarded(request: Asked, form: AddressForm, person_id: int) -> bool:
    told = form.cleaned_data
    try:
        guard_address(
            by=request.actor,
            at=request.at,
            on=request.today,
            person_id=person_id,
            hidden=told["hidden"] == "yes",
            address=told["address"],
            reason=told["reason"],
        )
    except Refusal as refusal:
        form.refuse(refusal_words(refusal))
        return False
    messages.success(request, _("Kept. It holds from now on, on every page."))
    return True


class WarnedForm(forms.Form):
    """Why a hidden address is written down all the same."""

    hidden_address_reason = WordsField(
        label=gettext_lazy("Why must it be written down?"),
        help_text=gettext_lazy("Leave the page to change your words instead."),
        rows=2,
        max_length=1000,
    )


def _known_to(request: Asked) -> frozenset[int] | None:
    """Whose hidden address the writer may be told of; None: everybody's, for those at work."""
    if request.actor.roles - OF_NO_ORGANISATION:
        return None
    sight = getattr(request, "sight", None)
    own = sight is not None and Relationship.SELF in sight.relationships
    return frozenset({sight.person_id}) if sight is not None and own else frozenset()


def warn(request: Asked) -> HttpResponse | None:
    """Before any sent page is taken: where its words quote a hidden address, ask first.

    None: nothing is quoted, or the writer said why it must be. A relative is never asked: the
    question would tell whoever looks for somebody that a guess was right. The person is asked about
    her own address alone.
    """
    name = request.resolver_match.url_name if request.resolver_match else ""
    if request.method != "POST" or name == OWN_PAGE:
        return None
    texts = [v for key, values in request.POST.lists() if key not in NOT_WORDS for v in values]
    person_id = quoted_in(request.actor.council_id, texts, among=_known_to(request))
    if person_id is None:
        return None
    form = WarnedForm(request.POST if REASON in request.POST else None)
    if form.is_valid():
        reason = form.cleaned_data[REASON]
        told = {"person_id": person_id, "page": name or "", "reason": reason}
        quote_address(by=request.actor, at=request.at, **told)
        return None
    kept = [
        (key, value)
        for key, values in request.POST.lists()
        if key not in {"csrfmiddlewaretoken", REASON}
        for value in values
    ]
    return render(request, "trust/address_quoted.html", {"form": form, "kept": kept}, status=422)
