"""What a browser does and sees: pressing a button, axe-core, pictures for people to look at."""

import os
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[1] / "fixtures" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def press(page: Page, name: str) -> None:
    """Press the button called `name` and wait for the page that it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def assert_accessible(page: Page) -> None:
    """No violation of WCAG 2.2 A or AA that axe-core can see, and no sideways scroll."""
    page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", STANDARDS
    )
    told = [
        f"{v['id']} ({v['impact']}): {v['help']}: {[n['html'][:160] for n in v['nodes'][:3]]}"
        for v in found["violations"]
    ]
    assert told == [], f"{page.url}\n" + "\n".join(told)
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
    assert not wide, f"{page.url} scrolls sideways"


def shot(page: Page, name: str) -> None:
    """A picture of the whole page in the folder WHATMATTERS_SHOTS; nothing when it is not set."""
    folder = os.environ.get("WHATMATTERS_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)
