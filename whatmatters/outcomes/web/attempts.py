"""Trying a verb from a form: what is refused is said beside the field that it is about."""

from collections.abc import Callable, Mapping

from django.contrib import messages

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked
from whatmatters.frontend.forms import PageForm
from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.rules.refusals import Refusal

NOWHERE: Mapping[str, str] = {}


class ButtonForm(PageForm):
    """Asks nothing: the page is the question."""

    keeps_drafts = False


def is_done(
    form: PageForm, verb: Callable[[], object], beside: Mapping[str, str] = NOWHERE
) -> bool:
    """Whether the verb was done. `beside`: the field that each refusal's code is about.

    A refusal that names its field itself stands beside that one.
    """
    try:
        verb()
    except Refusal as refusal:
        refuse(form, refusal, beside)
        return False
    return True


def refuse(form: PageForm, refusal: Refusal, beside: Mapping[str, str] = NOWHERE) -> None:
    """Say on the form what was refused."""
    named = beside.get(refusal.code) or str(refusal.params.get("field", ""))
    form.refuse(refusal_words(refusal), named if named in form.fields else None)


def is_kept(
    request: Asked,
    form: PageForm,
    verb: Callable[[], int],
    words: str,
    beside: Mapping[str, str] = NOWHERE,
) -> bool:
    """Whether what was sent is kept now; the reader is told `words`. A double click keeps it once.

    For what may be said any number of times: the page's own number tells a second sending from a
    second thing to say. `verb` gives the id of what it made.
    """
    token = form.cleaned_data["form_token"]
    done = is_done(
        form, lambda: take_once(by=request.actor, at=request.at, token=token, verb=verb), beside
    )
    if done:
        messages.success(request, words)
    return done
