"""The reader's choice of language: Welsh or English, neither the default, kept."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.utils.translation import get_language
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

_keepers: list[Callable[[HttpRequest], str | None]] = []
_remember: list[Callable[[HttpRequest, str], None]] = []

HTML_CODES = {"en-gb": "en", "cy": "cy"}
OWN_NAMES = {"English": "en", "Cymraeg": "cy"}


def remember_with(keeper: Callable[[HttpRequest, str], None]) -> None:
    """Have `keeper(request, code)` called after each choice (access stores it on the user)."""
    _remember.append(keeper)


def keep_words_with(keeper: Callable[[HttpRequest], str | None]) -> None:
    """Have `keeper(request)` keep what stands in a form; it answers where the words are shown."""
    _keepers.append(keeper)


def current() -> str:
    """The code of the language of this page: `en-gb` or `cy`."""
    code = get_language() or settings.LANGUAGE_CODE
    return "cy" if code.startswith("cy") else "en-gb"


def other() -> tuple[str, str, str]:
    """The other language: its code, its code in HTML, and its own name for itself."""
    code = "en-gb" if current() == "cy" else "cy"
    return code, HTML_CODES[code], dict(settings.LANGUAGES)[code]


def set_on(response: HttpResponseBase, code: str) -> None:
    """Keep the language `code` in the reader's cookie."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Change the language and return to the same page, with what stood in its form."""
    typed, code = request.POST, request.POST.get("to_language") or request.POST.get("language", "")
    if "to_language" in typed:
        # Sent by a page's own form, whose questions may be called as Django calls these two.
        choice = QueryDict(mutable=True)
        choice.update({"language": code, "next": typed.get("to_page", "")})
        request.POST = choice  # type: ignore[assignment]
    response = set_language(request)
    request.POST = typed
    for keep in _keepers:
        response["Location"] = keep(request) or response["Location"]
    if code in HTML_CODES:
        for keeper in _remember:
            keeper(request, code)
    return response
