"""What every answer gets: a reference number, a log line without words, and no copy in a cache."""

import logging
import time
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from whatmatters.config import logs
from whatmatters.frontend.error_pages import error_page, new_reference
from whatmatters.policy.imports import most_page_bytes
from whatmatters.policy.pictures import most_picture_bytes

log = logging.getLogger("whatmatters.requests")
Answer = Callable[[HttpRequest], HttpResponseBase]


class Traced:
    """Gives each request a reference number that its log lines and its error page share."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and write one line about it: the route's pattern, never the address itself."""
        began = time.monotonic()
        number = new_reference()
        request.reference = number  # type: ignore[attr-defined]
        token = logs.reference.set(number)
        try:
            response = self.get_response(request)
            log.info("answered", extra=_facts(request, response, began))
            return response
        finally:
            logs.reference.reset(token)


def _facts(request: HttpRequest, response: HttpResponseBase, began: float) -> dict[str, object]:
    match = request.resolver_match
    # Only a user that the view has read already: a log line must not cost a query.
    user = getattr(request, "_cached_user", None)
    return {
        "method": request.method,
        "route": match.route if match else "",
        "status": response.status_code,
        "ms": round((time.monotonic() - began) * 1000),
        "user_id": getattr(user, "pk", None),
    }


class Bounded:
    """Refuses a body that is too large before any of it is read: whoever may not even sign in could
    otherwise fill the disk, since files are written down while they are read.

    The pages that bring a council's spreadsheets and a picture of oneself take as much as policy
    says for them, and one form's worth more; every other page a form's worth. Stands inside
    LocaleMiddleware, for its words.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page for 413, or what the view answers."""
        if _length(request) > _most(request):
            return error_page(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return self.get_response(request)


def _length(request: HttpRequest) -> int:
    # A body that does not say how long it is counts as none: nothing of it is read.
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isdecimal() else 0


def _most(request: HttpRequest) -> int:
    file = {reverse("imports"): most_page_bytes, reverse("own_picture"): most_picture_bytes}
    more = file.get(request.path_info)
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE + (more() if more else 0)


class NeverStored:
    """No page is kept by a browser or a proxy: a shared computer must not show the last person.

    Static files are answered before this by WhiteNoise and may be kept.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and say that it is not to be stored."""
        response = self.get_response(request)
        response["Cache-Control"] = "no-store"
        return response
