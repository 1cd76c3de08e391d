"""A page with one form of a team, sent once; what is kept leads back to where it came from."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, status
from whatmatters.frontend.forms import PageForm
from whatmatters.people.web.one_form import Around, written

Verb = Callable[[], int]
Said = tuple[str | Promise, str]


def kept_page(
    request: Asked, form: PageForm, verb: Verb, said: Said, around: Around, *, send: str = ""
) -> HttpResponse:
    """The page; `said` are its title and its lead, `send` the words of its button."""
    sent_now = request.method == "POST" and form.is_valid()
    if sent_now and written(request, form, verb, around) is not None:
        messages.success(request, _("This is kept."))
        return redirect(around.back)
    context = {"form": form, "title": said[0], "lead": said[1], "around": around}
    context["send"] = send
    return render(request, "rota/day_form.html", context, status=status(request))
