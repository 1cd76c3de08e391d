"""The service navigation: each context registers its pages here; access decides who sees which."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

_items: dict[str, "Item"] = {}


@dataclass(frozen=True, slots=True)
class Item:
    """A page in the menu. `roles` may see it; no roles means everyone signed in.

    `label_for` names it by the reader's roles, where they call it differently.
    """

    label: str | Promise
    url_name: str
    roles: frozenset[str] = frozenset()
    order: int = 100
    label_for: Callable[[frozenset[str]], str] | None = None

    def called_by(self, roles: frozenset[str]) -> "Item":
        """The same page, named as a reader with these roles calls it."""
        return self if self.label_for is None else replace(self, label=self.label_for(roles))


@dataclass(frozen=True, slots=True)
class Entry:
    """A menu item as the page shows it to one reader."""

    label: str
    url: str
    active: bool


def register(item: Item) -> None:
    """Add a page to the menu; the same url name again replaces it."""
    _items[item.url_name] = item


def items() -> tuple[Item, ...]:
    """Every registered page, in order."""
    return tuple(sorted(_items.values(), key=lambda item: (item.order, item.url_name)))


def entries(chosen: Iterable[Item], request: HttpRequest) -> list[Entry]:
    """The chosen pages with their addresses; the longest that starts this path is current."""
    pages = [(str(item.label), reverse(item.url_name)) for item in chosen]
    here = [url for _, url in pages if is_under(request.path, url)]
    current = max(here, key=len, default=None)
    return [Entry(label, url, url == current) for label, url in pages]


def is_under(path: str, url: str) -> bool:
    """Whether `path` is this page or one below it; the first page counts only for itself."""
    return path == url or (url != "/" and path.startswith(url.rstrip("/") + "/"))


def address_of(url_name: str) -> str:
    """The address of a page, or "" where this deployment has no such page."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
