"""Make an episode a week longer, once."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.episodes.services import extend_episode
from whatmatters.episodes.web.acting import episode_page
from whatmatters.episodes.web.found import found_episode, person_of_episode
from whatmatters.frontend.forms import DateField, PageForm, WordsField
from whatmatters.people.web.one_form import ActPage
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("Make it a week longer")


class ExtendForm(PageForm):
    """The day on which it was agreed, and why."""

    on = DateField(label=gettext_lazy("On which day was it agreed?"))
    why = WordsField(label=gettext_lazy("Why is another week needed?"), rows=2)


@permitted(Action.AGREE_EPISODE, person=person_of_episode, post=Action.AGREE_EPISODE, called=TITLE)
def episode_extend(request: Asked, episode_id: int) -> HttpResponse:
    """A second time is refused, whoever asks."""
    episode = found_episode(request, episode_id)
    form = ExtendForm(sent(request), initial={"on": request.today})

    def verb() -> int:
        told = form.cleaned_data
        extend_episode(
            by=request.actor, at=request.at, episode_id=episode.id, on=told["on"], why=told["why"]
        )
        return episode.id

    done = episode.extended_on is not None or episode.ends is not None
    page = ActPage(
        TITLE,
        _(
            "It can be made a week longer once, while it runs, for a reason that all can read. "
            "The week is paid like the others. Whoever needs more needs another service."
        ),
        _("Make it a week longer"),
        _("It is over, or was made a week longer before: it cannot be again."),
    )
    # Who sends what was opened before is told by its name why not.
    shown = None if done and request.method != "POST" else form
    return episode_page(request, episode, shown, verb, page)
