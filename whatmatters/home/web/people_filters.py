"""What narrows the list of people: a name, the area, the language and how the plan stands."""

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked
from whatmatters.frontend.listing import ListForm
from whatmatters.home.queries.person_list import Wanted
from whatmatters.outcomes.queries.plan_stands import PlanStand
from whatmatters.places.queries.recorded import patch_names
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action, relationships_for


class PeopleFilter(ListForm):
    """A name or a part of one, and what is recorded of the people."""

    finds = True

    q = forms.CharField(
        label=gettext_lazy("Search by name"),
        help_text=gettext_lazy("Accents and Welsh mutations are forgiven: Fair finds Mair."),
        required=False,
        max_length=100,
    )
    patch = forms.ChoiceField(
        label=gettext_lazy("Patch"),
        help_text=gettext_lazy("Somebody whose address is hidden stands under no patch."),
        required=False,
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        required=False,
        choices=[
            ("", gettext_lazy("Any language")),
            (str(Language.WELSH), gettext_lazy("Welsh")),
            (str(Language.ENGLISH), gettext_lazy("English")),
            (str(Language.OTHER), gettext_lazy("Another language")),
        ],
    )
    plan = forms.ChoiceField(
        label=gettext_lazy("Plan"),
        required=False,
        choices=[
            ("", gettext_lazy("However it stands")),
            (str(PlanStand.AGREED), gettext_lazy("Agreed")),
            (str(PlanStand.WAITS), gettext_lazy("Waits for an answer")),
            (str(PlanStand.SENT_BACK), gettext_lazy("Came back, to be offered again")),
            (str(PlanStand.PAST_ITS_END), gettext_lazy("Past its last day, and not reviewed")),
            (str(PlanStand.NONE), gettext_lazy("None is agreed or offered")),
        ],
    )

    def wanted(self) -> Wanted:
        """The filters as the question to the records."""
        chosen = self.chosen()
        return Wanted(
            words=chosen.get("q", ""),
            language=Language(chosen["language"]) if "language" in chosen else None,
            patch_id=int(chosen["patch"]) if "patch" in chosen else None,
            plan=PlanStand(chosen["plan"]) if "plan" in chosen else None,
        )


def filters_for(request: Asked) -> PeopleFilter:
    """The filters for one reader: nobody is asked about plans whose role sees none."""
    form = PeopleFilter(request.GET)
    welsh = (get_language() or "").startswith("cy")
    there = patch_names(request.actor.council_id, welsh=welsh)
    form.offer("patch", _("Any patch"), there.items())
    if not relationships_for(request.actor.roles, Action.SEE_PLAN):
        del form.fields["plan"]
    return form
