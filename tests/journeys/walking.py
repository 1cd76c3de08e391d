"""Somebody at work in a browser without script: from page to page by its links alone, and through
forms by what they ask. Addresses are named, so that one walk serves both languages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from tests.journeys.looking import arriving, assert_accessible, shot, sideways
from tests.journeys.signing_in import signed_in
from whatmatters.access.queries import Actor

# Each role is walked twice: where a person reads English at a desk, and Welsh on a telephone. What
# she sends is sent in a window of the other width, and each page is looked at in that width too.
SEEN = (("en-gb", 1280), ("cy", 320))
OTHER = {1280: 320, 320: 1280}
HTML = "text/html; charset=utf-8"
SEND = "main form[method=post] button[type=submit]:not([formaction])"


@dataclass(frozen=True, slots=True)
class Walk:
    """One reader's browser on a site, in one language."""

    page: Any
    beside: Any
    site: str
    language: str
    name: str

    def home(self) -> None:
        """The first page again, by the name at the top of every page."""
        self.page.goto(f"{self.site}/")
        self.look("home")

    def follow(self, name: str, *args: int | str, after: str = "") -> None:
        """Press the link of this page that leads to the page called `name`."""
        link = self.page.locator(f'main a[href="{reverse(name, args=args)}{after}"]').first
        with arriving(self.page):
            link.click()
        self.look(name)

    def onward(self, start: str) -> None:
        """Press the first link of the page whose address begins so."""
        with arriving(self.page):
            self.page.locator(f'main a[href^="{start}"]').first.click()
        self.look("onward")

    def say(self, **given: str) -> None:
        """Answer questions by the names of their fields: words, or one of a few."""
        for name, value in given.items():
            chosen = self.page.locator(f'main [name="{name}"][value="{value}"]')
            if chosen.count() and chosen.get_attribute("type") in ("radio", "checkbox"):
                chosen.check()
            elif self.page.locator(f'main select[name="{name}"]').count():
                self.page.locator(f'main select[name="{name}"]').select_option(value)
            else:
                self.page.locator(f'main [name="{name}"]').fill(value)

    def on(self, day: date, field: str = "on") -> None:
        """Answer a question for a day in its three boxes."""
        for part in ("day", "month", "year"):
            self.say(**{f"{field}-{part}": str(getattr(day, part))})

    def send(self, button: str = SEND) -> None:
        """Send the form of this page, which has to be taken; the button can be pressed in this
        width, and is pressed in the other."""
        pressed, seen = self.page.locator(button).first, self.page.viewport_size
        pressed.click(trial=True)
        self.page.set_viewport_size(seen | {"width": OTHER[seen["width"]]})
        with arriving(self.page):
            pressed.click()
        self.page.set_viewport_size(seen)
        assert self.page.locator(".govuk-error-summary").count() == 0, self.told()
        self.look("sent")

    def is_refused(self, button: str = SEND) -> None:
        """Send the form of this page as it stands, which says what is missing."""
        with arriving(self.page):
            self.page.locator(button).first.click()
        assert self.page.locator(".govuk-error-summary").count() == 1
        self.look("refused")

    def reads(self, english: str, welsh: str) -> None:
        """That the page says so, in its reader's language."""
        words = welsh if self.language == "cy" else english
        assert words in self.told(), f"{self.page.url} does not say “{words}”: {self.told()}"

    def told(self) -> str:
        """What stands on the page."""
        return str(self.page.locator("main").inner_text())

    def look(self, name: str) -> None:
        """The page is one of the site's, in the reader's language, and nothing bars anybody.

        axe-core needs script, so it reads the same page in a browser beside this one.
        """
        lang = self.page.locator("html").get_attribute("lang")
        assert lang == self.language.removesuffix("-gb"), f"{self.page.url}: {lang}"
        address, read = self.page.url, self.page.content()
        self.beside.route(address, lambda asked: asked.fulfill(body=read, content_type=HTML))
        self.beside.goto(address)
        assert_accessible(self.beside)
        seen = self.beside.viewport_size
        self.beside.set_viewport_size(seen | {"width": OTHER[seen["width"]]})
        assert sideways(self.beside) == [], self.page.url
        self.beside.set_viewport_size(seen)
        self.beside.unroute(address)
        shot(self.page, f"walk-{self.name}-{name}-{self.language}")


def walks(browser_page: Callable[..., Any], site: str, system: Actor, on: date) -> Any:
    """`walk(actor, "cy", 320, "broker")`: somebody signed in, on her first page, without script."""

    def plain(language: str, width: int) -> Any:
        return browser_page(language, width, script=False)

    def walk(actor: Actor, language: str, width: int, name: str) -> Walk:
        page = signed_in(plain, site, system, actor, on, language, width)
        walked = Walk(page, browser_page(language, width), site, language, name)
        walked.look("first")
        return walked

    return walk
