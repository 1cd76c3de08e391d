"""A Welsh page is Welsh: every page, as every reader who may see it."""

import pytest
from django.conf import settings as product
from django.test import Client

from tests.permissions.expected import EXPECTED
from tests.permissions.walk import BACKEND, Page, address_of, pages
from tests.permissions.world import Place, Places
from tests.words.english_in_welsh import english_on

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def as_often_as_needed(settings) -> None:
    """The sign-in page is asked for more often than anybody would."""
    settings.ACCOUNT_RATE_LIMITS = False


def readers_of(page: Page) -> list[str]:
    """Who sees this page: those of the typed table; one of them where it is open to all."""
    row = EXPECTED[page.name]
    return ["social_worker:assigned"] if row.open_to else sorted(row.get)


def in_welsh(page: Page, place: Place, reader: str) -> str:
    """The page as this reader sees it in Welsh; nothing where it only leads elsewhere."""
    client = Client()
    client.force_login(place.readers[reader], backend=BACKEND)
    client.cookies[product.LANGUAGE_COOKIE_NAME] = "cy"
    answer = client.get(address_of(page, place), HTTP_ACCEPT_LANGUAGE="cy")
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return ""
    return answer.content.decode()


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_no_english_message_stands_on_a_welsh_page(places: Places, page: Page) -> None:
    here, _ = places
    found = {
        words: reader
        for reader in readers_of(page)
        for words in english_on(in_welsh(page, here, reader))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<html lang="cy"><main><p>Sign in</p></main></html>', ["Sign in"]),
        ('<html lang="cy"><main><p>Mewngofnodi</p></main></html>', []),
        ('<html lang="cy"><main><p lang="en">Sign in</p><p>Ymlaen</p></main></html>', []),
        ('<html lang="cy"><button aria-label="Sign out"></button></html>', ["Sign out"]),
        ('<html lang="cy"><p>Ar 3 November 2026</p></html>', ["Ar 3 November 2026"]),
        (
            '<html lang="cy"><p>Enter a valid <b>domain</b> name. Ie</p></html>',
            ["Enter a valid domain name. Ie"],
        ),
    ],
)
def test_english_is_found_where_it_is_said_to_be_welsh(html: str, found: list[str]) -> None:
    assert list(english_on(html)) == found
