"""Follows a site's own links and forms as one reader, and tells what does not open for her."""

from collections import Counter, deque
from collections.abc import Iterable
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve

from tests.permissions.walk import ask, client_of
from tests.permissions.world import Place

OPENS = {200, 302, 303, 422}
# Signing out would end the walk, and the other two lead to other sites or languages.
NOT_FOLLOWED = {"account_logout", "leave_at_once", "set_language"}
# Pages of one kind look the same: the first two that a reader is led to stand for all.
OF_A_KIND = 2


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.found.append(("GET", given["href"] or ""))
        elif tag == "form":
            method = (given.get("method") or "get").upper()
            self.found.append((method, given.get("action") or ""))
        elif given.get("formaction"):
            self.found.append(("POST", given["formaction"] or ""))


def ways_on(body: str, address: str) -> list[tuple[str, str]]:
    """Method and the site's own address of each link and form of a page, in their order."""
    read = _Links()
    read.feed(body)
    led = ((method, urlsplit(urljoin(address, where))) for method, where in read.found)
    ours = ((method, one) for method, one in led if not one.scheme and not one.netloc)
    return [(method, f"{one.path}?{one.query}" if one.query else one.path) for method, one in ours]


def kind_of(method: str, address: str) -> tuple[str, ...]:
    """Method, name and names of the query of an address; one that is no page is a kind itself."""
    parts = urlsplit(address)
    try:
        name = resolve(parts.path).view_name
    except Resolver404:
        return (method, address)
    return (method, name, *sorted(one.partition("=")[0] for one in parts.query.split("&") if one))


def dead_ends(place: Place, reader: str, starts: Iterable[str]) -> tuple[set[str], list[str]]:
    """Which pages a reader comes to from some, by links alone, and each way on that is closed."""
    client, seen, opened = client_of(place, reader), Counter[tuple[str, ...]](), set[str]()
    found: list[str] = []
    met = {("GET", start) for start in starts}
    waiting = deque((*one, "") for one in sorted(met))
    while waiting:
        method, address, led_from = waiting.popleft()
        kind = kind_of(method, address)
        seen[kind] += 1
        if kind[1] in NOT_FOLLOWED or seen[kind] > OF_A_KIND:
            continue
        status, body = ask(client, method, address)
        if status not in OPENS:
            found.append(f"{reader}: {led_from} leads to {method} {address}: {status}")
        elif status == 200 and method == "GET":
            opened.add(kind[1])
            new = [one for one in dict.fromkeys(ways_on(body, address)) if one not in met]
            met.update(new)
            waiting.extend((*one, address) for one in new)
    return opened, found
