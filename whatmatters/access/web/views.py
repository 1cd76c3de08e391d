"""The one page of sign-in that is our own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from whatmatters.access.web.marks import public


@public
@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """Who gives a new password. No link is sent: a mailbox must not open care records by itself."""
    return render(request, "access/forgotten.html")
