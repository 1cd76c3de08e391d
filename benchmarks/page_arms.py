"""The two arms of a page: the product's own, and the reference that was written by hand.

The reference is a plain Django view: behind Django's own middleware alone (session, sign-in, CSRF,
language ...), with every statement typed out and run by a cursor, and the page's own template
rendered from values that are ready. "Typed out" is taken literally: the statements and their
parameters are those that the product's page has just sent, and the values are those that its
template has just received, so both arms send the same SQL and write the same HTML (checked). What
the reference does not do is what the ratio weighs: building queries and rows by the ORM, deciding
who may see what, putting words and values together, our own middleware.
"""

import re
import time
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpResponse
from django.middleware import csrf
from django.template import Context
from django.template.base import Template
from django.test import RequestFactory
from django.test.utils import override_settings
from django.urls import include, path

from whatmatters.access.models import User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class Cpu:
    """CPU seconds of this process and of its database backend so far."""

    def __init__(self) -> None:
        self.backend = None
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                self.backend = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")

    def __call__(self) -> float:
        """So far."""
        own = time.process_time()
        if self.backend is None:
            return own
        return own + int(self.backend.read_text().split()[0]) / 1e9


class Page:
    """One address as one user sees it, in both arms."""

    def __init__(self, user: User, address: str) -> None:
        self.address = address
        self.cookies = _signed_in(user)
        self.product = WSGIHandler()
        self.product.load_middleware()
        plain = [m for m in settings.MIDDLEWARE if m.startswith("django.")]
        self.reference = WSGIHandler()
        with override_settings(MIDDLEWARE=plain):
            self.reference.load_middleware()
        self.statements: list[tuple[str, object]] = []
        self.urls = ModuleType("reference_urls")
        self.urls.urlpatterns = [
            path("reference/", self._reference_view),
            path("", include(settings.ROOT_URLCONF)),
        ]

    def ask(self) -> HttpResponse:
        """The product's page."""
        return _whole(self.product.get_response(self._request(self.address)))

    def ask_reference(self) -> HttpResponse:
        """The same page, written by hand."""
        request = self._request("/reference/")
        request.urlconf = self.urls
        return _whole(self.reference.get_response(request))

    def record(self) -> tuple[int, int]:
        """Take down what the page sends and shows; (statements, bytes). Both arms must agree."""
        self.ask()
        with _watched() as (sent, shown):
            page = self.ask()
        self.template, self.values = shown[0]
        ours = len(_sent_by(self.ask_reference_empty))
        self.statements = sent[ours:]
        again = _sent_by(self.ask_reference)
        if [s for s, _ in again] != [s for s, _ in sent]:
            raise SystemExit(f"{self.address}: the arms do not send the same statements")
        if _bare(self.ask_reference()) != _bare(page):
            raise SystemExit(f"{self.address}: the arms do not write the same page")
        return len(sent), len(page.content)

    def ask_reference_empty(self) -> HttpResponse:
        """What Django's own middleware asks by itself, before any statement of the page."""
        self.statements = []
        return self.ask_reference()

    def _request(self, address: str):
        request = RequestFactory().get(address)
        request.COOKIES.update(self.cookies)
        return request

    def _reference_view(self, request) -> HttpResponse:
        request.user.pk  # noqa: B018  signs in, which asks the database
        with connection.cursor() as cursor:
            for statement, values in self.statements:
                cursor.execute(statement, values)
                if cursor.description:
                    cursor.fetchall()
        values = {**self.values, "request": request, "csrf_token": csrf.get_token(request)}
        return HttpResponse(self.template.render(Context(values)))


def _signed_in(user: User) -> dict[str, str]:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return {settings.SESSION_COOKIE_NAME: session.session_key}


def _whole(response: HttpResponse) -> HttpResponse:
    if response.status_code != 200:
        raise SystemExit(f"the page answers {response.status_code}")
    return response


def _bare(response: HttpResponse) -> bytes:
    """The page without what differs between two requests for it: tokens and its own address."""
    text = re.sub(rb'value="[A-Za-z0-9]{64}"', b"", response.content)
    return re.sub(rb"\s+", b" ", text)


def _sent_by(ask) -> list[tuple[str, object]]:
    with _watched() as (sent, _):
        ask()
    return sent


@contextmanager
def _watched():
    """Statements sent to the database and whole templates rendered while this lasts."""
    sent: list[tuple[str, object]] = []
    shown: list[tuple[Template, dict[str, object]]] = []

    def note(execute, sql, params, many, context):
        sent.append((sql, params))
        return execute(sql, params, many, context)

    render = Template._render

    def first(self, context):
        if not shown:
            shown.append((self, context.flatten()))
        return render(self, context)

    Template._render = first
    try:
        with connection.execute_wrapper(note):
            yield sent, shown
    finally:
        Template._render = render
