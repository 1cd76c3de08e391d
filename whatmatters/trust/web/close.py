"""Who is close to her and has an account, and which account is her own; joined and ended."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted, sent
from whatmatters.access.web.again import is_again
from whatmatters.frontend.forms import OneOf, PageForm
from whatmatters.rules.people import LinkKind
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.trust.services import LetIn, let_in, shut_out
from whatmatters.trust.web.close_shown import joined
from whatmatters.trust.web.frame import back_to, frame, shown
from whatmatters.trust.web.words import refusal_words


class LetInForm(PageForm):
    """Both names of an account that is there already, and whose it is."""

    reveals: ClassVar[dict[str, dict[str, tuple[str, ...]]]] = {
        "kind": {str(LinkKind.FAMILY): ("relationship",)}
    }

    kind = OneOf(
        label=gettext_lazy("Whose account is it?"),
        choices=[
            (
                str(LinkKind.FAMILY),
                gettext_lazy("A relative’s or friend’s"),
                gettext_lazy("They read nothing until the person shares it with them."),
            ),
            (
                str(LinkKind.SELF),
                gettext_lazy("The person’s own"),
                gettext_lazy("It opens their whole record to whoever signs in by it."),
            ),
        ],
    )
    relationship = forms.CharField(
        label=gettext_lazy("Who are they to the person?"),
        help_text=gettext_lazy("In a word or two, such as: daughter, neighbour."),
        required=False,
        max_length=80,
    )
    username = forms.CharField(
        label=gettext_lazy("User name of the account"),
        help_text=gettext_lazy("The name that they sign in by, exactly. They can tell you."),
        max_length=150,
    )
    account_name = forms.CharField(
        label=gettext_lazy("Name on the account"),
        help_text=gettext_lazy("First name and surname. Both have to be right."),
        max_length=200,
    )

    def clean(self) -> dict[str, Any]:
        """Of a relative it is said who they are."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("kind") == LinkKind.FAMILY and not told.get("relationship"):
            self.refuse(_("Say who they are to the person"), "relationship")
        return told

    def given(self, person_id: int) -> LetIn:
        """What was said, from a form that is valid."""
        told = self.cleaned_data
        return LetIn(
            person_id,
            LinkKind(told["kind"]),
            told["username"],
            told["account_name"],
            told["relationship"],
        )


@permitted(Action.SEE_LOOKS, person="person_id", post=Action.LET_IN)
def close_people(request: Asked, person_id: int) -> HttpResponse:
    """Every account that is joined to her record; a button beside each ends it at once."""
    page = frame(request, person_id)
    if request.method == "POST":
        _stop(request, person_id)
        return back_to("close_people", person_id)
    own, close = joined(request, person_id)
    may_let_in = Action.LET_IN in request.sight.actions
    return shown(request, "close_people", page, own=own, close=close, may_let_in=may_let_in)


@permitted(
    Action.LET_IN,
    person="person_id",
    post=Action.LET_IN,
    called=gettext_lazy("Join an account to the record"),
)
def let_in_new(request: Asked, person_id: int) -> HttpResponse:
    """The form: nobody is offered, both names are typed."""
    page = frame(request, person_id)
    if is_again(request):
        return back_to("close_people", person_id)
    form = LetInForm(sent(request))
    if form.is_valid() and _let_in(request, form, person_id):
        return back_to("close_people", person_id)
    return shown(request, "let_in_new", page, form=form)


def _let_in(request: Asked, form: LetInForm, person_id: int) -> bool:
    by, at = request.actor, request.at
    verb = partial(let_in, by=by, at=at, on=request.today, given=form.given(person_id))
    try:
        take_once(by=by, at=at, token=form.cleaned_data["form_token"], verb=verb)
    except Refusal as refusal:
        field = str(refusal.params.get("field", ""))
        form.refuse(refusal_words(refusal), field if field in form.fields else None)
        return False
    messages.success(request, _("Joined. It holds from now on."))
    return True


def _stop(request: Asked, person_id: int) -> None:
    """End one; a second click finds it ended and says the same."""
    asked = request.POST.get("stop", "")
    if asked.isascii() and asked.isdigit():
        about = {"person_id": person_id, "link_id": int(asked)}
        try:
            shut_out(by=request.actor, at=request.at, on=request.today, **about)
        except Refusal as refusal:
            if refusal.code != "absent":
                raise
    messages.success(request, _("Ended. It holds from their next click on."))
