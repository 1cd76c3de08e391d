"""A reader's choice of language is kept for their next sign-in."""

from django.http import HttpRequest

from whatmatters.access.services import remember_language
from whatmatters.access.web.drafting import keep_sent
from whatmatters.frontend import language


def keep_choices() -> None:
    """Have every choice kept; called once at start-up."""
    language.remember_with(_keep)
    language.keep_words_with(keep_sent)


def _keep(request: HttpRequest, code: str) -> None:
    if request.user.is_authenticated:
        remember_language(user_id=request.user.pk, language=code)
