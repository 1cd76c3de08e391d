"""How a person may be written to: asked of her, of who decides for her, or with her."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.frontend.templatetags.wm import day
from whatmatters.people.queries import ContactFacts, contacts, person
from whatmatters.people.services import ContactGiven, choose_contacts
from whatmatters.people.web.contact_form import ContactForm, initial
from whatmatters.people.web.refusal_words import refusal_words
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.refusals import Refusal


@permitted(
    Action.SET_CONTACT,
    person="person_id",
    post=Action.SET_CONTACT,
    called=gettext_lazy("How you may be written to"),
)
def contact(request: Asked, person_id: int) -> HttpResponse:
    """One form; what is in use stands in it."""
    council_id = request.actor.council_id
    facts = person(person_id, council_id=council_id)
    if facts is None:
        raise Http404
    chosen = contacts(council_id, [person_id]).get(person_id)
    form = _form(request, chosen, facts.language)
    if request.method == "POST" and form.is_valid() and _taken(request, form, person_id):
        return redirect("contact", person_id=person_id)
    own = Relationship.SELF in request.sight.relationships
    context = {
        "form": form,
        "base": "frontend/base_person.html" if own else "frontend/base.html",
        "own": own,
        "person": facts,
        "since": _since(chosen),
    }
    return render(request, "people/contact.html", context, status=status(request))


def _form(request: Asked, chosen: ContactFacts | None, spoken: Language) -> ContactForm:
    if chosen is not None:
        return ContactForm(sent(request), initial=initial(chosen.contact))
    written: dict[str, Any] = {"language": str(spoken)} if spoken is not Language.OTHER else {}
    return ContactForm(sent(request), initial=written)


def _taken(request: Asked, form: ContactForm, person_id: int) -> bool:
    given = ContactGiven(person_id, form.contact())
    try:
        choose_contacts(by=request.actor, at=request.at, choices=[given])
    except Refusal as refusal:
        field = str(refusal.params.get("field", ""))
        form.refuse(refusal_words(refusal), field if field in form.fields else None)
        return False
    messages.success(request, _("This is kept. Every letter and e-mail from now on follows it."))
    return True


def _since(chosen: ContactFacts | None) -> str:
    if chosen is None:
        return ""
    name = user_names([chosen.by_id]).get(chosen.by_id, "")
    return _("As %(name)s wrote it down on %(day)s.") % {"name": name, "day": day(chosen.at)}
