"""A browser to which the product answers from this process: no server, no sign-in, no wait.

Every answer goes through the whole product by Django's test client, and what it wrote is taken
back, so that any number of pages are looked at in one world.
"""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from django.test import Client

from tests.journeys.answering_site import AXE_ADDRESS, Site
from tests.journeys.looking import barriers, sideways
from tests.permissions.walk import BACKEND
from whatmatters.access.models import User

HTML = "text/html"
FORM = "application/x-www-form-urlencoded"
SHOWN = (200, 422)
# What a form sends when every box of it is left empty and its first button is pressed.
LEFT_EMPTY = """
() => {
    const form = document.querySelector('#page-form') ?? document.querySelector(
        'main form[method=post]');
    if (!form) return null;
    for (const one of form.querySelectorAll('input, textarea, select')) {
        if (one.type === 'radio' || one.type === 'checkbox') one.checked = false;
        else if (one.type !== 'hidden' && one.type !== 'file') one.value = '';
    }
    const sent = new FormData(form, form.querySelector('button:not([formaction])'));
    const words = [...sent].filter(([name, value]) => typeof value === 'string');
    return new URLSearchParams(words).toString();
}
"""


@dataclass
class Window:
    """One browser page, and whose client asks for what it shows."""

    page: Any
    client: Client = field(default_factory=Client)
    site: Site = field(init=False)

    def __post_init__(self) -> None:
        self.site = Site()

    def sit_down(self, reader: User | None, language: str) -> None:
        """Somebody (None: nobody who has signed in) reads from now on, in one language."""
        self.client = Client()
        self.client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        if reader is not None:
            self.client.force_login(reader, backend=BACKEND)

    def open(self, address: str, sent: str | None = None) -> int:
        """Show the page at an address, or what it answers to a form; the status.

        What is no page (a redirect, a file, a refusal) is not shown.
        """
        with transaction.atomic():
            if sent is None:
                answer = self.client.get(address)
            else:
                answer = self.client.post(address, sent, FORM)
            transaction.set_rollback(True)
        if answer.status_code in SHOWN and answer.headers["Content-Type"].startswith(HTML):
            # Asked here and not by the site: that runs beside the test, on no transaction of it.
            self.site.body = answer.content
            self.page.goto(self.site.address + address)
            self.page.add_script_tag(url=AXE_ADDRESS)
        return answer.status_code

    @property
    def body(self) -> str:
        """The page that is shown, as it was answered."""
        return self.site.body.decode()

    def barriers(self, *widths: int) -> list[str]:
        """What bars somebody on the page that is shown, in a window so many pixels wide."""
        found = []
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": 800})
            found += [f"{width}: {told}" for told in barriers(self.page)]
        return found

    def sideways(self, *widths: int) -> list[str]:
        """What makes the page that is shown wider than its window."""
        found = []
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": 800})
            found += sideways(self.page)
        return found

    def left_empty(self) -> str:
        """What the form of the page that is shown sends, when nothing in it is answered."""
        sent = self.page.evaluate(LEFT_EMPTY)
        assert sent is not None, f"{self.page.url} has no form"
        return str(sent)
