"""A page with one form about one episode."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked
from whatmatters.episodes.queries import EpisodeFacts
from whatmatters.episodes.web.found import base_of
from whatmatters.episodes.web.words import BESIDE, episode_refused
from whatmatters.frontend.forms import PageForm
from whatmatters.people.web import one_form
from whatmatters.people.web.one_form import ActPage, Around


def around_all(request: Asked, person_id: int) -> Around:
    """The way back to all of hers."""
    back = reverse("episode_list", args=[person_id])
    words = _("Back to short-term support")
    return Around(base_of(request), back, words, episode_refused, BESIDE)


def episode_page(
    request: Asked,
    episode: EpisodeFacts,
    form: PageForm | None,
    verb: Callable[[], int],
    page: ActPage,
) -> HttpResponse:
    """The page; what is kept leads back to the episode."""
    back, words = reverse("episode", args=[episode.id]), _("Back to these weeks of support")
    around = Around(base_of(request), back, words, episode_refused, BESIDE)
    return one_form.act_page(request, episode.person_id, form, verb, page, around)
