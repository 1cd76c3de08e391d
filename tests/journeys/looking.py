"""What a browser does and sees: pressing a button, axe-core, pictures for people to look at."""

import os
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Page

from tests.fixtures.databases import is_postgresql

AXE = Path(__file__).resolve().parents[1] / "fixtures" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCRIPT = AXE.read_text(encoding="utf-8") + ";0"
# Only what is wrong comes back: what is right is by far the most, and costs more than the rules.
VIOLATIONS = """
rules => axe.run(
    document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']}
).then(found => found.violations.map(({id, impact, help, nodes}) => (
    {id, impact, help, nodes: nodes.slice(0, 3).map(one => one.html.slice(0, 160))}
)))
"""
WIDEST = """
[...document.querySelectorAll('main *')]
    .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1)
    .slice(-2).map(one => one.outerHTML.slice(0, 200))
"""


def arriving(page: Page) -> AbstractContextManager[object]:
    """Waits for the next page to be there whole.

    Keeping a draft changes the address of the page that one is on, which a browser counts as a
    navigation too: only `load` says that another page came.
    """
    return page.expect_event("load")


def press(page: Page, name: str) -> None:
    """Press the button called `name` and wait for the page that it leads to."""
    with arriving(page):
        page.get_by_role("button", name=name, exact=True).click()


def assert_accessible(page: Page) -> None:
    """No violation of WCAG 2.2 A or AA that axe-core can see, and no sideways scroll.

    Looked at once, on SQLite: a page looks the same on either database, and the journeys' other
    assertions hold on both.
    """
    if is_postgresql():
        return
    page.evaluate(SCRIPT)
    assert barriers(page) == [], page.url


def barriers(page: Page) -> list[str]:
    """What bars somebody on a page into which `SCRIPT` was put, as wide as its window is now."""
    told = [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {rule['nodes']}"
        for rule in page.evaluate(VIOLATIONS, STANDARDS)
    ]
    return told + sideways(page)


def sideways(page: Page) -> list[str]:
    """Whether a page has to be scrolled sideways in its window, and what makes it so wide."""
    width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    if width <= window + 1:
        return []
    return [f"scrolls sideways: {width} pixels in {window}: {page.evaluate(WIDEST)}"]


def shot(page: Page, name: str) -> None:
    """A picture of the whole page in the folder WHATMATTERS_SHOTS; nothing when it is not set."""
    folder = os.environ.get("WHATMATTERS_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)
