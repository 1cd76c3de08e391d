"""A form of a switch: sent once, and what is refused stands beside its question."""

from collections.abc import Callable

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked
from whatmatters.frontend.forms import PageForm
from whatmatters.rules.refusals import Refusal
from whatmatters.switching.web.refused import refused_words


def made_once(request: Asked, form: PageForm, verb: Callable[[], int]) -> int | None:
    """What the verb made, or made before when the page is sent twice; None: it was refused."""
    token = form.cleaned_data["form_token"]
    try:
        return take_once(by=request.actor, at=request.at, token=token, verb=verb)
    except Refusal as refusal:
        field = str(refusal.params.get("field", ""))
        form.refuse(refused_words(refusal), field if field in form.fields else None)
        return None
