"""One way to page and filter a long list: everything stands in the address, and nowhere else.

A list has a `ListForm` of its filters. What the address holds and the form does not know is left
out; a filter with no such answer narrows nothing and says so; a page beyond the last is the last
one, and what is no number is the first.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PER_PAGE = 25
MOST_DIGITS = 9
NO_SUCH = gettext_lazy("Choose one of those in the list. Nothing is left out until then.")


class PageNumber(forms.Field):
    """A page's number in an address; anything else is 1, so that nothing is refused for it."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> int:
        """The number, 1 or more."""
        told = str(value or "")
        plain = told.isascii() and told.isdigit()
        return max(int(told[:MOST_DIGITS]), 1) if plain else 1


class ListForm(forms.Form):
    """The filters of a list, read from an address; and the number of its page."""

    # Whether it looks for somebody by words, as a search does.
    finds = False
    page = PageNumber(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.error_messages["invalid_choice"] = NO_SUCH

    def offer(self, name: str, anything: str, choices: Iterable[tuple[Any, Any]]) -> None:
        """The answers of a filter that only the records know, after the one that shows all."""
        told = [("", anything), *((str(code), label) for code, label in choices)]
        self.fields[name].choices = told  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        """The filters that narrow the list; one that makes no sense narrows nothing."""
        self.is_valid()
        told = {name: value for name, value in self.cleaned_data.items() if name != "page"}
        return {name: value for name, value in told.items() if value not in ("", None, [])}

    def number(self) -> int:
        """The page that was asked for."""
        self.is_valid()
        return int(self.cleaned_data.get("page") or 1)

    def address(self, page: int = 1) -> str:
        """The address of a page of the list as it is filtered now."""
        told: dict[str, Any] = self.chosen() | ({"page": page} if page > 1 else {})
        return "?" + urlencode(told, doseq=True)

    def words(self) -> list[tuple[str, str]]:
        """Each filter in use, by its label and its value, as a sentence above the list says it."""
        return [(str(self[name].label), self._said(name, v)) for name, v in self.chosen().items()]

    def _said(self, name: str, value: Any) -> str:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            named = {str(code): str(label) for code, label in field.choices}  # type: ignore[misc, union-attr]
            return named.get(str(value), str(value))
        return str(value)


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of a list is shown. `links` feeds the pagination component; empty for one page."""

    page: int
    pages: int
    total: int
    start: int
    links: dict[str, object]


def paging(form: ListForm, total: int, *, per_page: int = PER_PAGE) -> Paging:
    """The part of a list of `total` that the address asks for."""
    pages = max(-(-total // per_page), 1)
    page = min(form.number(), pages)
    links = page_links(page, pages, form.address)
    return Paging(page, pages, total, (page - 1) * per_page, links)


def page_links(page: int, pages: int, address: Callable[[int], str]) -> dict[str, object]:
    """Parameters of the pagination component: first, last and those near; none for one page."""
    if pages == 1:
        return {}
    near = [n for n in range(1, pages + 1) if n in (1, pages) or abs(n - page) <= 1]
    items: list[dict[str, object]] = []
    for before, n in zip([0, *near], near, strict=False):
        if n - before > 1:
            items.append({"ellipsis": True})
        items.append({"number": n, "href": address(n), "current": n == page})
    found: dict[str, object] = {"items": items}
    if page > 1:
        found["previous"] = {"href": address(page - 1), "text": _("Previous")}
    if page < pages:
        found["next"] = {"href": address(page + 1), "text": _("Next")}
    return found
