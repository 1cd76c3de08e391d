"""Fixtures of the browser journeys: a live site over a database of the test's own, and pages."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.databases import Database
from tests.journeys.server import serving

CHROMIUM = Path("/usr/bin/chromium")
HEIGHTS = {390: 844, 320: 640}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright; the test is skipped where there is none."""
    if not CHROMIUM.exists():
        pytest.skip(f"needs a browser at {CHROMIUM} (Debian package chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def site(own_database: Database) -> Iterator[str]:
    """The address of a live server over this test's own copy of the database."""
    with serving(own_database.env) as address:
        yield address


@pytest.fixture
def browser_page(chromium: Any) -> Iterator[Callable[..., Any]]:
    """`browser_page(language="cy", width=390)`: a fresh page; at the end, no script error on it."""
    contexts, complaints = [], []

    def opened(language: str = "en-gb", width: int = 1280, script: bool = True) -> Any:
        context = chromium.new_context(
            locale="cy-GB" if language == "cy" else "en-GB",
            viewport={"width": width, "height": HEIGHTS.get(width, 900)},
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if refused(said) else None)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def refused(said: Any) -> bool:
    """Whether the browser says that it refused something under the content policy."""
    return said.type == "error" and "Content Security Policy" in said.text
