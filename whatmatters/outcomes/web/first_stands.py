"""An answer is given once. A page sent again says truly whether what it holds was kept."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

KEY = "last_form_taken"
NOT_CONTENT = frozenset({"csrfmiddlewaretoken", "form_token", "draft"})
FIRST_STANDS = _(
    "This has been answered already. The first answer stands, and this one was not kept."
)


def recorded(request: HttpRequest, words: str) -> None:
    """Say that what was sent is kept, and remember it by its fingerprint only."""
    request.session[KEY] = _fingerprint(request)
    messages.success(request, words)


def stood(request: HttpRequest, words: str) -> None:
    """Say `words` to a double click; to anything else that the first answer stands."""
    if request.session.get(KEY) == _fingerprint(request):
        messages.success(request, words)
    else:
        messages.info(request, str(FIRST_STANDS))


def _fingerprint(request: HttpRequest) -> str:
    """What a form holds, made unreadable: the answers of a judgement are sealed."""
    held = sorted((k, v) for k, v in request.POST.lists() if k not in NOT_CONTENT)
    return salted_hmac(KEY, repr((request.path, held))).hexdigest()
