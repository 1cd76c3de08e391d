"""The pagination of a list, by address."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _


def pagination(page: int, pages: int, **kept: object) -> dict[str, object]:
    """Parameters of the pagination component; empty where one page holds everything.

    `kept` are the other questions of the address; those without an answer are left out.
    """
    if pages == 1:
        return {}
    near = [n for n in range(1, pages + 1) if n in (1, pages) or abs(n - page) <= 1]
    items: list[dict[str, object]] = []
    for before, n in zip([0, *near], near, strict=False):
        if n - before > 1:
            items.append({"ellipsis": True})
        items.append({"number": n, "href": _address(n, kept), "current": n == page})
    found: dict[str, object] = {"items": items}
    if page > 1:
        found["previous"] = {"href": _address(page - 1, kept), "text": _("Previous")}
    if page < pages:
        found["next"] = {"href": _address(page + 1, kept), "text": _("Next")}
    return found


def _address(page: int, kept: dict[str, object]) -> str:
    said = {name: value for name, value in kept.items() if value}
    return "?" + urlencode({**said, "page": page})
