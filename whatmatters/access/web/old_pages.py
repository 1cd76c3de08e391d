"""A form sent from a page that is older than the reader's newest sign-in."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from whatmatters.access.web.drafting import keep_sent
from whatmatters.frontend import error_pages


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW. Signing in, in another window, makes every page opened before too old.

    Its words are kept and shown again, to be looked at and sent; nothing is done with them. Its
    seal can not be forged, and keeps words for none but the user whose page it was.
    """
    address = keep_sent(request)
    return HttpResponseRedirect(address) if address else error_pages.csrf_failure(request, reason)
