"""A new team of the reader's own organisation."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import PageForm
from whatmatters.frontend.forms.fields import NOT_OFFERED
from whatmatters.places.queries.recorded import patch_names
from whatmatters.teams.services.placing import start_team
from whatmatters.teams.web.lists import KEEP
from whatmatters.teams.web.pages import form_page

TEAM = gettext_lazy("A new team")


class TeamForm(PageForm):
    """What a team is called, and where it works."""

    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=120)
    name_cy = forms.CharField(
        label=gettext_lazy("Name in Welsh"),
        help_text=gettext_lazy("Leave it empty if it is the same."),
        max_length=120,
        required=False,
    )
    patch = forms.ChoiceField(
        label=gettext_lazy("The patch in which it works"),
        required=False,
        error_messages={"invalid_choice": NOT_OFFERED},
    )


@permitted_council(KEEP, post=KEEP, called=TEAM)
def team_new(request: Asked) -> HttpResponse:
    """A team of the reader's own organisation."""
    form = TeamForm(sent(request))
    welsh = (get_language() or "").startswith("cy")
    named = patch_names(request.actor.council_id, welsh=welsh)
    anywhere = ("", _("No patch: anywhere in the council"))
    form.fields["patch"].choices = [  # type: ignore[attr-defined]
        anywhere,
        *((str(pk), name) for pk, name in named.items()),
    ]

    def verb() -> int:
        told = form.cleaned_data
        return start_team(
            by=request.actor,
            at=request.at,
            name_en=told["name_en"],
            name_cy=told["name_cy"],
            patch_id=int(told["patch"]) if told["patch"] else None,
        )

    lead = _("A team has its own day, its own roster and its own figures.")
    return form_page(request, form, verb, (TEAM, lead))
