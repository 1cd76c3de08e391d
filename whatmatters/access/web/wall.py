"""Where a request stands: in no council at first, then in its reader's, once that is known."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from whatmatters.access.queries import Actor
from whatmatters.records.standing import go_on_in, in_no_council


class Wall:
    """Middleware, outside sessions and sign-in: whatever asks before the reader is known sees none.

    A page is rendered before it leaves here; none of ours is streamed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, standing where the reader does."""
        request.wm_walled = True  # type: ignore[attr-defined]
        with in_no_council():
            return self.get_response(request)


def stand_with(request: HttpRequest, actor: Actor | None) -> None:
    """The rest of a request is its reader's; one that came by no middleware stays where it was."""
    if actor is not None and hasattr(request, "wm_walled"):
        go_on_in(actor.council_id)
