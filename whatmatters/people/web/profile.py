"""The one-page profile written on a page: by her, or by those who live and work beside her."""

from dataclasses import dataclass
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import user_names
from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.frontend.templatetags.wm import day
from whatmatters.people.queries import ProfileFacts, person, profile_versions
from whatmatters.people.services import write_profile
from whatmatters.people.web.profile_form import PARTS, ProfileForm, initial
from whatmatters.people.web.refusal_words import refusal_words
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class VersionShown:
    """How it stood before: when, by whom, and each part that was written."""

    when: str
    parts: tuple[tuple[str | Promise, str], ...]


@permitted(
    Action.WRITE_PROFILE,
    person="person_id",
    post=Action.WRITE_PROFILE,
    called=gettext_lazy("The one-page profile"),
)
def profile_write(request: Asked, person_id: int) -> HttpResponse:
    """One form, in which the words in use stand; what stood before is kept and shown below."""
    who = person(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    own = Relationship.SELF in request.sight.relationships
    versions = profile_versions(person_id)
    newest = versions[0] if versions else None
    form = ProfileForm(sent(request), own=own, initial=initial(newest))
    if form.is_valid() and _kept(request, form, person_id):
        return redirect(f"{reverse('record', args=[person_id])}#who")
    names = user_names(version.by_id for version in versions)
    context = {
        "base": "frontend/base_person.html" if own else "frontend/base.html",
        "own": own,
        "person": who,
        "form": form,
        "earlier": [_shown(version, names) for version in versions[1:]],
    }
    return render(request, "people/profile_write.html", context, status=status(request))


def _kept(request: Asked, form: ProfileForm, person_id: int) -> bool:
    """Whether it is kept now; sent twice, it is kept once."""
    by, at, told = request.actor, request.at, form.cleaned_data
    about = {"seen": told["seen"], "profile": form.profile(person_id)}
    verb = partial(write_profile, by=by, at=at, on=request.today, **about)
    try:
        take_once(by=by, at=at, token=told["form_token"], verb=verb)
    except Refusal as refusal:
        field = str(refusal.params.get("field", ""))
        form.refuse(refusal_words(refusal), field if field in form.fields else None)
        return False
    messages.success(request, _("Kept. What stood there before is kept beside it."))
    return True


def _shown(version: ProfileFacts, names: dict[int, str]) -> VersionShown:
    told = {"name": names.get(version.by_id, ""), "day": day(version.at)}
    parts = tuple((title, getattr(version, part)) for part, title in PARTS.items())
    return VersionShown(
        when=_("Written down by %(name)s, %(day)s") % told,
        parts=tuple((title, words) for title, words in parts if words.strip()),
    )
