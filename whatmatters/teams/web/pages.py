"""A page with one form about the organisation's workers or teams."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, status
from whatmatters.frontend.forms import PageForm
from whatmatters.people.web.one_form import Around, written
from whatmatters.teams.web.words import team_refused


def form_page(
    request: Asked,
    form: PageForm,
    verb: Callable[[], int],
    said: tuple[str | Promise, str],
    worker_id: int | None = None,
) -> HttpResponse:
    """The page with its title and lead; what is kept leads back to the worker, or to them all."""
    back, words = reverse("worker_list"), _("Workers and teams")
    if worker_id is not None:
        back, words = reverse("worker", args=[worker_id]), _("Back to the worker")
    around = Around("frontend/base.html", back, words, team_refused)
    valid = request.method == "POST" and form.is_valid()
    if valid and written(request, form, verb, around) is not None:
        messages.success(request, _("This is kept."))
        return redirect(back)
    context = {"form": form, "title": said[0], "lead": said[1], "around": around}
    return render(request, "frontend/form_page.html", context, status=status(request))
