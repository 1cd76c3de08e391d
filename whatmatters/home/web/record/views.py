"""The record of one person."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from whatmatters.access.web import Asked, permitted
from whatmatters.access.web.own.faces import faces
from whatmatters.frontend.listing import ListForm, PageNumber
from whatmatters.home.queries.record import read_record
from whatmatters.home.web.record.page import record_page
from whatmatters.people.queries.links import own_accounts
from whatmatters.rules.permissions import Action


class RecordPages(ListForm):
    """Which page of what happened, and which page of the reviews."""

    reviews = PageNumber(required=False)

    def reviews_page(self) -> int:
        """The page of reviews that was asked for."""
        self.is_valid()
        return int(self.cleaned_data.get("reviews") or 1)


@permitted(Action.SEE_RECORD, person="person_id")
def record(request: Asked, person_id: int) -> HttpResponse:
    """One page with a spine; its sections are those that the reader may see."""
    asked = RecordPages(request.GET)
    council_id = request.actor.council_id
    read = read_record(council_id, request.sight, on=request.today, page=asked.number())
    if read is None:
        raise Http404
    page = record_page(read, request.sight, request.today, reviews=asked.reviews_page())
    return render(request, "home/record.html", {"page": page, "face": _face(request, person_id)})


def _face(request: Asked, person_id: int) -> str:
    """The address of the picture that she put up of herself, for who reads who she is."""
    if Action.SEE_PROFILE not in request.sight.actions:
        return ""
    own = own_accounts(request.actor.council_id, person_id, request.today)
    return next(iter(faces(request, person_id, own, Action.SEE_PROFILE).values()), "")
