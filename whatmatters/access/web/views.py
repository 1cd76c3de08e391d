"""Pages of sign-in that are our own."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from whatmatters.access.web.marks import public

# What anybody may have open: the public weather forecast that GOV.UK's own button leads to.
HARMLESS = "https://www.bbc.co.uk/weather"


@public
@require_safe
def leave_at_once(request: HttpRequest) -> HttpResponse:
    """End the session and show something harmless; the page before asks to sign in again.

    A link, so that it works without JavaScript: a form that leads elsewhere is refused by our own
    policy. Whoever makes somebody follow it only signs them out.
    """
    logout(request)
    return HttpResponseRedirect(HARMLESS)


@public
@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """Who gives a new password. No link is sent: a mailbox must not open care records by itself."""
    return render(request, "access/forgotten.html")
