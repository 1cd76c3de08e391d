"""What someone close thinks of how it went: beside the person's answer, never in its place."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.frontend.forms import PageForm, WordsField
from whatmatters.outcomes.services import record_family_view
from whatmatters.outcomes.web.addresses import person_of_judgement
from whatmatters.outcomes.web.attempts import is_kept
from whatmatters.outcomes.web.events.page import person_read, record_verb, shown
from whatmatters.outcomes.web.sent import sent
from whatmatters.people.queries import links
from whatmatters.rules.permissions import Action, Relationship


class FamilyForm(PageForm):
    """Who says it, how they are related, and their words."""

    words = WordsField(label=gettext_lazy("How do you think it went?"))
    name = forms.CharField(label=gettext_lazy("Whose view is it? Their name"), max_length=200)
    relationship = forms.CharField(
        label=gettext_lazy("How they are related, such as daughter or neighbour"), max_length=80
    )


@permitted(
    Action.GIVE_FAMILY_VIEW,
    person=person_of_judgement,
    post=Action.GIVE_FAMILY_VIEW,
    called=gettext_lazy("A view of someone close"),
)
def judgement_family(request: Asked, judgement_id: int) -> HttpResponse:
    """Somebody whom the person lets in, or the council for one who does not sign in."""
    who = person_read(request, request.sight.person_id)
    form = FamilyForm(sent(request), initial=_mine(request))
    if form.is_valid() and is_kept(
        request,
        form,
        lambda: record_family_view(
            by=request.actor,
            at=request.at,
            on=request.today,
            judgement_id=judgement_id,
            name=form.cleaned_data["name"],
            relationship=form.cleaned_data["relationship"],
            words=form.cleaned_data["words"],
        ),
        _("Thank you. The view is kept beside the answers, under its own name."),
    ):
        return redirect("record", person_id=who.id)
    page = record_verb(
        request,
        who,
        title=_("A view of someone close"),
        send=_("Send this view"),
        leads=(_("It stands beside what %(name)s says, and never in its place.")
               % {"name": who.known_as},),
        anchor="going",
    )  # fmt: skip
    return shown(request, page, form)


def _mine(request: Asked) -> dict[str, str]:
    """The reader's own name, where the view is theirs."""
    if Relationship.FAMILY not in request.sight.relationships:
        return {}
    held = links([request.sight.person_id], request.today).get(request.sight.person_id, ())
    mine = [link for link in held if link.user_id == request.actor.user_id]
    return {
        "name": request.actor.name,
        "relationship": mine[0].relationship if mine else "",
    }
