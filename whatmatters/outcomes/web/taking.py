"""A form that is taken once: what it made, or what was refused said beside its question."""

from collections.abc import Callable, Mapping

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked
from whatmatters.access.web.again import is_again as is_again
from whatmatters.frontend.forms import PageForm
from whatmatters.outcomes.web.attempts import NOWHERE, refuse
from whatmatters.rules.refusals import Refusal


def taken(
    request: Asked,
    form: PageForm,
    verb: Callable[[], int],
    beside: Mapping[str, str] = NOWHERE,
) -> int | None:
    """The id of what the verb made, also where the same page was sent before; None: refused."""
    token = form.cleaned_data["form_token"]
    try:
        return take_once(by=request.actor, at=request.at, token=token, verb=verb)
    except Refusal as refusal:
        refuse(form, refusal, beside)
        return None
