"""What somebody close to her knows, written by themselves."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.outcomes.queries.known import known_by
from whatmatters.outcomes.services.known import say_known
from whatmatters.outcomes.web.attempts import is_kept
from whatmatters.outcomes.web.events.page import person_read, record_verb
from whatmatters.outcomes.web.events.words import LANGUAGES, spoken_now
from whatmatters.outcomes.web.sent import sent, status
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action


class KnownForm(PageForm):
    """Their words, and the language they are in."""

    words = WordsField(
        label=gettext_lazy("What do you know that others should know?"),
        help_text=gettext_lazy("Such as: the radio on low in the morning helps."),
    )
    language = OneOf(label=gettext_lazy("In which language is it written"), choices=LANGUAGES)


@permitted(
    Action.SAY_WHAT_I_KNOW,
    person="person_id",
    post=Action.SAY_WHAT_I_KNOW,
    called=gettext_lazy("What I know"),
)
def what_i_know(request: Asked, person_id: int) -> HttpResponse:
    """Kept under the reader's name; what they said before stands below the form."""
    who = person_read(request, person_id)
    form = KnownForm(sent(request), initial={"language": spoken_now()})
    if form.is_valid() and is_kept(
        request,
        form,
        lambda: say_known(
            by=request.actor,
            at=request.at,
            on=request.today,
            person_id=person_id,
            words=form.cleaned_data["words"],
            language=Language(form.cleaned_data["language"]),
        ),
        _("Thank you. It stands in the record under your name."),
    ):
        return redirect("what_i_know", person_id=person_id)
    told = {"name": who.known_as}
    page = record_verb(
        request,
        who,
        title=_("What I know about %(name)s") % told,
        send=_("Keep this"),
        leads=(
            _("It stands under your name, beside what %(name)s says and never in its place.")
            % told,
            _(
                "%(name)s, the social worker, the provider and its team read it, and whoever "
                "%(name)s lets read the conversations."
            )
            % told,
        ),
        anchor="matters",
    )
    actor = request.actor
    said = known_by(actor.council_id, actor.user_id, actor.name, person_id=person_id)
    context = {"page": page, "form": form, "before": said}
    return render(request, "outcomes/what_i_know.html", context, status=status(request))
