"""Pages for what went wrong: in both languages, with a reference number that is in the log.

They read no database, so that they can be shown when the database is what went wrong.
"""

import logging
import secrets
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import override

from whatmatters.frontend import language
from whatmatters.frontend.error_words import Words, words_for

log = logging.getLogger("whatmatters.errors")

# No 0, O, 1, I or L: the number may be read out over the telephone.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
PAGES_FOR_EMPTY = {HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.TOO_MANY_REQUESTS}


def new_reference() -> str:
    """A reference number such as `7F3K-92QD`."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def error_page(request: HttpRequest, status: int, kind: str | None = None) -> HttpResponse:
    """The page for `status` (or a `kind` of it, such as "csrf"), the reader's language first."""
    reference = getattr(request, "reference", "") or new_reference()
    level = logging.ERROR if status >= HTTPStatus.INTERNAL_SERVER_ERROR else logging.WARNING
    log.log(level, "error page", extra={"status": int(status), "reference": reference})
    codes = [language.current(), language.other()[0]]
    parts = [part(code, kind or str(status)) for code in codes]
    html = render_to_string(
        "frontend/errors/page.html",
        {"parts": parts, "reference": reference, "lang": language.HTML_CODES[codes[0]]},
    )
    return HttpResponse(html, status=status)


def part(code: str, kind: str) -> dict[str, str | Words]:
    """One language's half of the page."""
    with override(code):
        return {"lang": language.HTML_CODES[code], "code": code, "words": words_for(kind)}


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler400."""
    return error_page(request, HTTPStatus.BAD_REQUEST)


def denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler403."""
    return error_page(request, HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler404."""
    return error_page(request, HTTPStatus.NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    """handler500."""
    return error_page(request, HTTPStatus.INTERNAL_SERVER_ERROR)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW: a form that came from an old page, or from elsewhere."""
    return error_page(request, HTTPStatus.FORBIDDEN, "csrf")


def locked_out(
    request: HttpRequest, credentials: object = None, *args: object, **kwargs: object
) -> HttpResponse:
    """AXES_LOCKOUT_CALLABLE: too many tries to sign in."""
    return error_page(request, HTTPStatus.TOO_MANY_REQUESTS, "locked")


class Pages:
    """Middleware: a bare 405 or 429 becomes a page. Stands inside LocaleMiddleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        bare = response.status_code in PAGES_FOR_EMPTY and not response.streaming
        if not bare or response.content:
            return response
        return with_allowed(error_page(request, response.status_code), response)


def with_allowed(page: HttpResponse, refused: HttpResponse) -> HttpResponse:
    """The page, with the headers that the bare refusal carried."""
    for name in ("Allow", "Retry-After"):
        if name in refused:
            page[name] = refused[name]
    return page
