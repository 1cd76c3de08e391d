"""Keep a baseline or a follow-up; strike one out that was wrong."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.episodes.queries import EpisodeFacts, readings_of
from whatmatters.episodes.services import ReadingGiven, strike_reading, take_reading
from whatmatters.episodes.web.acting import episode_page
from whatmatters.episodes.web.found import found_episode, person_of_episode
from whatmatters.episodes.web.words import KINDS, instrument_names
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.frontend.templatetags.wm import day
from whatmatters.people.web.one_form import ActPage
from whatmatters.rules.episodes import ReadingKind
from whatmatters.rules.permissions import Action

READ = gettext_lazy("Keep a baseline or a follow-up")
STRIKE = gettext_lazy("Strike a reading out")


class ReadForm(PageForm):
    """Which of the two, when, with what, and the score."""

    kind = OneOf(label=gettext_lazy("Which is it?"), choices=list(KINDS.items()))
    on = DateField(label=gettext_lazy("On which day?"))
    instrument = OneOf(label=gettext_lazy("Which instrument was used?"))
    score = forms.IntegerField(label=gettext_lazy("The score"), min_value=0, max_value=999)


class StrikeForm(PageForm):
    """Which reading."""

    reading = OneOf(label=gettext_lazy("Which reading?"))


@permitted(Action.FOLLOW_EPISODE, person=person_of_episode, post=Action.FOLLOW_EPISODE, called=READ)
def episode_read(request: Asked, episode_id: int) -> HttpResponse:
    """The same instrument both times (R-TR-02)."""
    episode = found_episode(request, episode_id)
    form = ReadForm(sent(request), initial={"on": request.today})
    form.fields["instrument"].choices = list(instrument_names().items())  # type: ignore[attr-defined]

    def verb() -> int:
        told = form.cleaned_data
        given = ReadingGiven(
            episode.id, ReadingKind(told["kind"]), told["on"], told["instrument"], told["score"]
        )
        return take_reading(by=request.actor, at=request.at, given=given)

    page = ActPage(
        READ,
        _(
            "The follow-up uses the same instrument as the baseline, in the same version. The day "
            "of the follow-up brings the quality element; no score changes what is paid."
        ),
        _("Keep the reading"),
    )
    return episode_page(request, episode, form, verb, page)


@permitted(
    Action.FOLLOW_EPISODE, person=person_of_episode, post=Action.FOLLOW_EPISODE, called=STRIKE
)
def episode_strike(request: Asked, episode_id: int) -> HttpResponse:
    """A reading that was wrong stays to be read, and counts no more."""
    episode = found_episode(request, episode_id)
    form = _strike_form(request, episode)

    def verb() -> int:
        assert form is not None
        strike_reading(
            by=request.actor, at=request.at, reading_id=int(form.cleaned_data["reading"])
        )
        return episode.id

    page = ActPage(
        STRIKE,
        _("A reading that was wrong. It stays to be read; what it brought is taken back."),
        _("Strike it out"),
        _("There is no reading here that could be struck out."),
    )
    return episode_page(request, episode, form, verb, page)


def _strike_form(request: Asked, episode: EpisodeFacts) -> StrikeForm | None:
    readings = [one for one in readings_of(episode.id) if one.counts]
    if not readings and request.method != "POST":
        return None
    form = StrikeForm(sent(request))
    form.fields["reading"].choices = [  # type: ignore[attr-defined]
        (str(one.id), f"{day(one.on)}: {KINDS[one.kind]}, {one.score}") for one in readings
    ]
    return form
