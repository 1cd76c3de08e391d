"""When a session was last seen, and from where: written once in a while, not at each page."""

import time
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse

SEEN = "wm_seen"
EVERY_SECONDS = 300


class Seen:
    """Middleware. A session whose key has changed is written at once: it is a new one to list."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; before that, write down that the session was seen when it is time to."""
        if request.user.is_authenticated and _is_time(request):
            request.session[SEEN] = [request.session.session_key, int(time.time())]
            UserSession.objects.create_from_request(request)
        return self.get_response(request)


def _is_time(request: HttpRequest) -> bool:
    key, at = request.session.get(SEEN, ("", 0))
    return bool(key != request.session.session_key or time.time() - at >= EVERY_SECONDS)
