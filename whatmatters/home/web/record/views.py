"""The record of one person."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from whatmatters.access.web import Asked, permitted
from whatmatters.frontend.listing import ListForm
from whatmatters.home.queries.record import read_record
from whatmatters.home.web.record.page import record_page
from whatmatters.rules.permissions import Action


@permitted(Action.SEE_RECORD, person="person_id")
def record(request: Asked, person_id: int) -> HttpResponse:
    """One page with a spine; its sections are those that the reader may see."""
    number = ListForm(request.GET).number()
    read = read_record(request.actor.council_id, request.sight, on=request.today, page=number)
    if read is None:
        raise Http404
    page = record_page(read, request.sight, request.today)
    return render(request, "home/record.html", {"page": page})
