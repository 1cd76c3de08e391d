"""Walks one page as every reader of both councils, by every method, and tells what is wrong.

Nothing is asked of the product's own table: only statuses and what an answer contains.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.fixtures.databases import is_postgresql
from tests.permissions.expected import MAY_READ, RELATED, Row
from tests.permissions.world import Place

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SAFE = ("GET", "HEAD")
OTHERS = ("PUT", "PATCH", "DELETE", "OPTIONS")
METHODS = ("GET", "HEAD", "POST", *OTHERS)
SENT = {200, 302, 303, 422}
# An argument that names the same thing in every council: it leads each reader to her own.
OF_NO_PLACE = {"figure"}
OWN_AFFAIR = {200, 302, 400, 403, 404, 405, 422}
ANONYMOUS = "anonymous"
# Whose every method is tried; of the others those that read or write.
EVERY_METHOD = {ANONYMOUS, "nobody:none", "person:self", "commissioner:council"}
STRANGERS = ("person:self", "social_worker:assigned", "commissioner:council")


@dataclass(frozen=True)
class Page:
    """One address of the site: its name and the names of its arguments."""

    name: str
    arguments: tuple[str, ...]


def pages() -> list[Page]:
    """Every address of the resolver; one without a name stands by its route, and fails."""
    return list(_pages(get_resolver().url_patterns, "", ()))


def _pages(
    patterns: list[URLPattern | URLResolver], namespace: str, outer: tuple[str, ...]
) -> Iterator[Page]:
    for pattern in patterns:
        arguments = (*outer, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _pages(pattern.url_patterns, inner, arguments)
        else:
            yield Page(f"{namespace}{pattern.name or pattern.pattern}", arguments)


def address_of(page: Page, place: Place) -> str:
    """The address of a page about this place's own person, run, remittance ..."""
    return reverse(page.name, kwargs={name: place.ids[name] for name in page.arguments})


def problems(page: Page, row: Row, here: Place, elsewhere: Place) -> list[str]:
    """What is wrong with the page of `here`, for every reader and method; empty: nothing."""
    address = address_of(page, here)
    found: list[str] = []
    readers = [(ANONYMOUS, here, client_of(here, ANONYMOUS))]
    readers += [(name, here, client_of(here, name)) for name in here.readers]
    readers += [(name, elsewhere, client_of(elsewhere, name)) for name in outsiders(row, elsewhere)]
    for reader, place, client in readers:
        for method in methods_of(row, reader, place is here):
            status, body = ask(client, method, address)
            about = f"{page.name}: {method} by {reader} of {place.code}"
            wanted = wanted_statuses(page, row, reader, place is here, method)
            if status not in wanted:
                found.append(f"{about}: {status}, wanted {sorted(wanted)}")
            if method == "GET" and status == 200 and here.canaries.get(row.shows, "") not in body:
                found.append(f"{about}: does not show the {row.shows}")
            found += [f"{about}: {told}" for told in _told(body, reader, place, here, elsewhere)]
    return found


def outsiders(row: Row, elsewhere: Place) -> list[str]:
    """Who of another council asks: all of them; on PostgreSQL who might read it at home."""
    return [one for one in elsewhere.readers if not is_postgresql() or one in row.get]


def methods_of(row: Row, reader: str, is_here: bool) -> tuple[str, ...]:
    """By which methods a reader asks: reading by everybody, sending by whom the page is closest to.

    Of another council those send who might at home: the others are refused here already, where
    nothing but their role stands between. On PostgreSQL, where what differs is which rows a
    reader sees, those send who may; what refuses the others asks no row.
    """
    few = row.open_to or not is_here or reader not in EVERY_METHOD
    if not few and not is_postgresql():
        return METHODS
    sends = reader in (row.post or ()) or (is_here and not is_postgresql()) or bool(row.open_to)
    return ("GET", "POST") if sends else ("GET",)


def wanted_statuses(page: Page, row: Row, reader: str, is_here: bool, method: str) -> set[int]:
    """The statuses that are right for one reader and method."""
    if row.open_to == "everyone" or (row.open_to and reader != ANONYMOUS):
        return OWN_AFFAIR
    if reader == ANONYMOUS:
        return {302}
    if reader == "nobody:none":
        return {403}
    mine = is_here or not set(page.arguments) - OF_NO_PLACE
    lacks = method in OTHERS or (method == "POST" and row.post is None)
    if reader not in row.get or not mine:
        # A method that the page has for nobody tells nothing of what is there.
        known = bool(page.arguments) and (not row.about_person or (mine and reader in RELATED))
        return _refused(page, row, reader, mine) | ({405} if lacks and known else set())
    if method in SAFE:
        return {200}
    if lacks:
        return {405}
    return SENT if reader in row.post else {403}


def _refused(page: Page, row: Row, reader: str, mine: bool) -> set[int]:
    if row.about_person:
        return {403} if mine and reader in RELATED else {404}
    return {403, 404} if page.arguments else {403}


def _told(body: str, reader: str, place: Place, here: Place, elsewhere: Place) -> Iterator[str]:
    """Every canary in an answer that this reader may not read."""
    for owner in (here, elsewhere):
        for kind, canary in owner.canaries.items():
            allowed = owner is place and reader in MAY_READ[kind]
            if canary in body and not allowed:
                yield f"tells the {kind} of {owner.code}"


def hits(
    asked: Iterable[Page], here: Place, elsewhere: Place, may: Mapping[str, tuple[str, set[str]]]
) -> list[str]:
    """Every answer to a GET of a page of `here` that tells a canary to who may not read it.

    `may`: kind -> the canary, and who of `here` may read it. Nobody of elsewhere may.
    """
    found = []
    readers = [(ANONYMOUS, here, client_of(here, ANONYMOUS))]
    readers += [(name, here, client_of(here, name)) for name in here.readers]
    readers += [(name, elsewhere, client_of(elsewhere, name)) for name in STRANGERS]
    for page in asked:
        address = address_of(page, here)
        for reader, place, client in readers:
            _, body = ask(client, "GET", address)
            for kind, (canary, allowed) in may.items():
                if canary in body and not (place is here and reader in allowed):
                    found.append(f"{page.name}: {kind} told to {reader} of {place.code}")
    return found


def client_of(place: Place, reader: str) -> Client:
    """A browser in which the reader has just signed in: her own again where the place keeps it."""
    if reader not in place.browsers:
        return _signed_in(place, reader)
    client, cookies = place.browsers[reader]
    client.cookies.clear()
    client.cookies.load(cookies)
    return client


def keep_browsers(place: Place) -> None:
    """Sign everybody in once: it and a new browser were a quarter of the walk."""
    for reader in (ANONYMOUS, *place.readers):
        client = _signed_in(place, reader)
        told = "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())
        place.browsers[reader] = client, told


def _signed_in(place: Place, reader: str) -> Client:
    client = Client()
    if reader != ANONYMOUS:
        client.force_login(place.readers[reader], backend=BACKEND)
    return client


def ask(client: Client, method: str, address: str) -> tuple[int, str]:
    """Status, and everything an answer says; what the request wrote is taken back."""
    with transaction.atomic():
        response = client.generic(method, address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        transaction.set_rollback(True)
    headers = " ".join(f"{name}: {value}" for name, value in response.items())
    headers += response.cookies.output()
    return response.status_code, f"{headers}\n{body.decode(errors='replace')}"
