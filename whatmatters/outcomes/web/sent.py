"""What a form was sent with."""

from django.http import HttpRequest, QueryDict


def sent(request: HttpRequest) -> QueryDict | None:
    """The data of a sent form; None where the page is only opened."""
    return request.POST if request.method == "POST" else None


def status(request: HttpRequest) -> int:
    """422 for a sent form that is shown again, 200 for an opened page."""
    return 422 if request.method == "POST" else 200
