"""Pages of a long list, by their number in the address."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class Paged:
    """Where one page starts, and what feeds the pagination (empty: there is only one)."""

    offset: int
    total: int
    pagination: dict[str, object]


def paged(request: HttpRequest, total: int) -> Paged:
    """The page that the address asks for, or the nearest there is."""
    asked = request.GET.get("page", "")
    pages = max(-(-total // PER_PAGE), 1)
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    page = min(max(number, 1), pages)
    found: dict[str, object] = {}
    if page > 1:
        found["previous"] = {"href": f"?page={page - 1}", "text": _("Previous")}
    if page < pages:
        found["next"] = {"href": f"?page={page + 1}", "text": _("Next")}
    return Paged((page - 1) * PER_PAGE, total, found)
