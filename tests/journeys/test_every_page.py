"""Every page of the site under axe-core: filled, with nothing on it yet, and with form errors.

English at a desk and Welsh at 320 pixels, as a reader who may see it; and on paper. Whether it
scrolls sideways is looked at in both languages at both widths, where no form was refused. A page
that the resolver has and this does not look at is excused by name in `every_page.py`, and why.
Only on SQLite: what a page looks like does not depend on the database.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.fixtures import databases
from tests.fixtures.case import moment
from tests.journeys.answered import Window
from tests.journeys.every_page import (
    EXCUSED,
    NEVER_EMPTY,
    NO_QUESTION,
    address_in,
    readers_of,
    row_of,
)
from tests.journeys.on_paper import faults_on_paper
from tests.permissions.nothing_yet import THERE, a_place_with_nothing_yet
from tests.permissions.walk import Page, address_of, pages
from tests.permissions.world import TODAY, Place, a_place
from tests.words.english_in_welsh import english_on
from whatmatters.access.services import mark_installation
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.browser

NARROW, WIDE = 320, 1280
MANAGER = "provider_manager:provider"
LANGUAGES = ("en-gb", "cy")
# Paper is looked at in the language whose words are the longer ones.
PRINTED = "cy"
# Under axe at a desk in one language and narrow in the other, whose words are the longer ones.
AXE_AT = {"en-gb": WIDE, "cy": NARROW}
# What Django says by itself of a question without an answer: which question, it does not say.
NAMELESS = {"en-gb": "This field is required.", "cy": "Mae angen ateb yma."}
SHOWN = [page for page in pages() if page.name not in EXCUSED]
EMPTY = [
    page
    for page in SHOWN
    if not row_of(page.name).open_to and {*page.arguments} <= THERE and page.name not in NEVER_EMPTY
]


@pytest.fixture(scope="module")
def world(
    database_template: str, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any
) -> Iterator[tuple[Place, Place]]:
    """A council where much has happened and one where nothing has, for all of these tests."""
    with (
        django_db_blocker.unblock(),
        databases.own(database_template, tmp_path_factory.mktemp("pages")),
    ):
        if databases.is_postgresql():
            pytest.skip("the pages are the same on SQLite")
        mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
        yield a_place("W06000002"), a_place_with_nothing_yet("W06000001")


@pytest.fixture(scope="module")
def window(world: tuple[Place, Place], chromium: Any) -> Iterator[Window]:
    """One window for all pages."""
    context = chromium.new_context(reduced_motion="reduce")
    shown = Window(context.new_page())
    yield shown
    context.close()
    shown.site.close()


@pytest.fixture
def no_limits(settings: Any) -> None:
    """The pages of sign-in are asked for more often than somebody would."""
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.name)
def test_a_filled_page_and_its_errors_bar_nobody(
    world: tuple[Place, Place], window: Window, no_limits: None, page: Page, language: str
) -> None:
    here, _ = world
    address = address_in(page, here)
    for reader in readers_of(page.name):
        window.sit_down(here.readers.get(reader), language)
        assert window.open(address) == 200, reader
        assert window.barriers(AXE_AT[language]) == [], reader
        assert window.sideways(NARROW, WIDE) == [], reader
        assert language != PRINTED or faults_on_paper(window.page) == [], reader
        if reader in (row_of(page.name).post or ()) and page.name not in NO_QUESTION:
            assert window.open(address, window.left_empty()) in (200, 422), reader
            assert window.page.locator(".govuk-error-summary").count() == 1, reader
            assert NAMELESS[language] not in window.page.locator("main").inner_text(), reader
            assert window.barriers(AXE_AT[language]) == [], reader
            assert english(window) == [], reader


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", EMPTY, ids=lambda page: page.name)
def test_a_page_with_nothing_on_it_yet_bars_nobody(
    world: tuple[Place, Place], window: Window, page: Page, language: str
) -> None:
    _, nothing = world
    for reader in readers_of(page.name):
        window.sit_down(nothing.readers[reader], language)
        status = window.open(address_of(page, nothing))
        if reader == MANAGER and "person_id" in page.arguments:
            assert status == 404, "no plan yet: she is not among the provider's people"
            continue
        assert status == 200, reader
        assert window.barriers(AXE_AT[language]) == [], reader
        assert window.sideways(NARROW, WIDE) == [], reader
        assert english(window) == [], reader


def english(window: Window) -> list[str]:
    """What is English on the page that is shown, where it says that it is Welsh."""
    return list(english_on(window.body))


def test_nothing_is_excused_that_is_no_page_of_the_site() -> None:
    assert {*EXCUSED, *NO_QUESTION} <= {page.name for page in pages()}
