"""Say how an episode ended, or put right what was said."""

from datetime import date

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.episodes.queries import EpisodeFacts
from whatmatters.episodes.services import end_episode, tell_state
from whatmatters.episodes.web.acting import episode_page
from whatmatters.episodes.web.found import found_episode, person_of_episode
from whatmatters.episodes.web.words import STATES
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.people.web.one_form import ActPage
from whatmatters.policy.episodes import end_states
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("How it ended")


class StateForm(PageForm):
    """How things stood; a death is told on the record."""

    state = OneOf(label=gettext_lazy("How did things stand at the end?"))


class EndForm(StateForm):
    """The last day beside it."""

    on = DateField(label=gettext_lazy("The last day"))
    field_order = ("on", "state")


@permitted(Action.AGREE_EPISODE, person=person_of_episode, post=Action.AGREE_EPISODE, called=TITLE)
def episode_end(request: Asked, episode_id: int) -> HttpResponse:
    """Everybody's end is one of the list, "nobody knows" too: so shares add up."""
    episode = found_episode(request, episode_id)
    form = _form(request, episode)

    def verb() -> int:
        assert form is not None
        state = EndState(form.cleaned_data["state"])
        _keep(request, episode, form.cleaned_data.get("on"), state)
        return episode.id

    page = ActPage(
        TITLE,
        _(
            "One end is told of everybody, and “nobody knows” is one too. Who manages without "
            "support early earns the whole price; otherwise the days that were are paid. What was "
            "told wrongly is told anew, and the next run puts right what was paid."
        ),
        _("Keep how it ended"),
        _("The person died. That is how it ended."),
    )
    return episode_page(request, episode, form, verb, page)


def _keep(request: Asked, episode: EpisodeFacts, on: date | None, state: EndState) -> None:
    """A first telling has its last day; one that is put right keeps it."""
    if on is None:
        tell_state(by=request.actor, at=request.at, episode_id=episode.id, state=state)
    else:
        end_episode(by=request.actor, at=request.at, episode_id=episode.id, on=on, state=state)


def _form(request: Asked, episode: EpisodeFacts) -> StateForm | None:
    if episode.state is EndState.DIED:
        return None
    form = StateForm(sent(request)) if episode.ends else EndForm(sent(request))
    allowed = end_states(episode.starts) - {EndState.DIED}
    form.fields["state"].choices = [  # type: ignore[attr-defined]
        (str(state), words) for state, words in STATES.items() if state in allowed
    ]
    return form
