"""Every part of the frontend in a real browser: accessible, at two widths, in both languages."""

import re
from collections.abc import Iterator

import pytest

from tests.fixtures.databases import Database
from tests.journeys.looking import assert_accessible, press, shot
from tests.journeys.server import serving

pytestmark = pytest.mark.browser


@pytest.fixture
def showcase(own_database: Database) -> Iterator[str]:
    """The address of a site that has the showcase pages too."""
    env = own_database.env | {"DJANGO_SETTINGS_MODULE": "tests.frontend.showcase.settings"}
    with serving(env) as address:
        yield address


def test_every_part_is_accessible_in_both_languages(showcase: str, browser_page) -> None:
    pages = ["showcase/", "showcase/form/", "showcase/person/", "nothing/"]
    for language in ("en-gb", "cy"):
        for width in (1280, 390, 320):
            page = browser_page(language, width)
            for path in pages:
                page.goto(f"{showcase}/{path}")
                assert_accessible(page)
                shot(page, f"{path.strip('/').replace('/', '-')}-{language}-{width}")


def test_refused_form_leads_to_its_fields(showcase: str, browser_page) -> None:
    page = browser_page("cy", 390)
    page.goto(f"{showcase}/showcase/form/")
    press(page, "Save")
    assert page.title().startswith("Gwall: ")
    assert_accessible(page)
    shot(page, "refused-cy-390")
    summary = page.get_by_role("alert")
    summary.get_by_role("link", name="Mae angen ateb i “From which day?”", exact=True).click()
    assert page.evaluate("document.activeElement.id") == "id_on-day"


def test_language_is_changed_on_the_same_page_and_kept(showcase: str, browser_page) -> None:
    page = browser_page("en-gb", 1280)
    page.goto(f"{showcase}/showcase/person/?a=1")
    press(page, "Cymraeg")
    assert page.url.endswith("/showcase/person/?a=1")
    assert page.locator("html").get_attribute("lang") == "cy"
    assert page.get_by_text("Dydd Mawrth 24 Tachwedd 2026").is_visible()
    page.goto(f"{showcase}/showcase/")
    assert page.get_by_role("button", name="English").is_visible()


def test_pages_work_without_script(showcase: str, browser_page) -> None:
    page = browser_page("en-gb", 390, script=False)
    page.goto(f"{showcase}/showcase/")
    assert page.get_by_role("link", name="Plans to agree").is_visible()
    page.get_by_text("Penalty, Jean Ellis", exact=True).click()
    page.get_by_text("−£187.20").wait_for()


def test_reference_number_of_an_error_is_the_one_in_the_log(
    showcase: str, browser_page, own_database: Database
) -> None:
    page = browser_page("en-gb", 1280)
    page.goto(f"{showcase}/showcase/broken/")
    shot(page, "broken-en-gb-1280")
    assert_accessible(page)
    numbers = set(re.findall(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b", page.inner_text("main")))
    assert len(numbers) == 1
    log = (own_database.folder / "logs" / "whatmatters.jsonl").read_text(encoding="utf-8")
    errors = [line for line in log.splitlines() if '"ERROR"' in line]
    assert errors
    assert all(numbers.copy().pop() in line for line in errors)
