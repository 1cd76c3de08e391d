"""Numbers in an address that no row can have: there is no such page."""

from collections.abc import Callable

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

# The largest id of a row (a signed number of 64 bits, on SQLite and on PostgreSQL).
LARGEST = 2**63 - 1


class RowNumbers:
    """Every number in every address, before its view asks a database that cannot hold it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer as ever; the address is known only in `process_view`."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: dict[str, object]
    ) -> None:
        """Http404 for a number past the largest id."""
        if any(isinstance(value, int) and value > LARGEST for value in kwargs.values()):
            raise Http404
