"""The arms of a page: the product's own, and two references that were written by hand.

A reference is a plain Django view: behind Django's own middleware alone (session, sign-in, CSRF,
language ...), it sends every statement and renders the page's own template from values that are
ready. `cursor` has every statement typed out; `orm` has every query ready-made and lets Django
compile it and convert its rows, as a view written with the ORM would (which would also build the
queries and make objects of the rows: `orm` does less than such a view, never more).

"Typed out", "ready-made" and "ready" are taken literally: the statements, queries and values are
those that the product's page has just sent and shown, so all arms send the same SQL in the same
order and write the same HTML (checked). What the references leave out is what the ratio weighs:
deciding who may see what, putting words and values together, our own middleware and, against
`cursor`, the whole ORM.
"""

import re
import time
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler
from django.db.models.sql.subqueries import AggregateQuery
from django.http import HttpResponse
from django.middleware import csrf
from django.template import Context
from django.template.base import Template
from django.test import RequestFactory
from django.test.utils import override_settings
from django.urls import include, path

from whatmatters.access.models import User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class Sent(NamedTuple):
    """One statement, its values, and the query that it was compiled from where there is one."""

    sql: str
    values: object
    query: Query | None


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
        self.sent: list[Sent] = []
        self.by_orm = False
        self.urls = ModuleType("reference_urls")
        self.urls.urlpatterns = [
            path("reference/", self._reference_view),
            path("", include(settings.ROOT_URLCONF)),
        ]

    def ask(self) -> HttpResponse:
        """The product's page."""
        return _whole(self.product.get_response(self._request(self.address)))

    def ask_cursor(self) -> HttpResponse:
        """The same page, written by hand with every statement typed out."""
        self.by_orm = False
        return self._ask_reference()

    def ask_orm(self) -> HttpResponse:
        """The same page, written by hand with every query ready-made."""
        self.by_orm = True
        return self._ask_reference()

    def _ask_reference(self) -> HttpResponse:
        request = self._request("/reference/")
        request.urlconf = self.urls
        return _whole(self.reference.get_response(request))

    def record(self) -> tuple[int, int]:
        """Take down what the page sends and shows; (statements, bytes). Both arms must agree."""
        self.ask()
        with _watched() as (sent, shown):
            page = self.ask()
        self.template, self.values = shown[0]
        self.sent = []
        ours = len(_sent_by(self.ask_cursor))  # what Django's own middleware asks by itself
        self.sent = sent[ours:]
        for ask in (self.ask_cursor, self.ask_orm):
            if [one.sql for one in _sent_by(ask)] != [one.sql for one in sent]:
                raise SystemExit(f"{self.address}: the arms do not send the same statements")
            if _bare(ask()) != _bare(page):
                raise SystemExit(f"{self.address}: the arms do not write the same page")
        return len(sent), len(page.content)

    def _request(self, address: str):
        request = RequestFactory().get(address)
        request.COOKIES.update(self.cookies)
        return request

    def _reference_view(self, request) -> HttpResponse:
        request.user.pk  # noqa: B018  signs in, which asks the database
        for one in self.sent:
            if self.by_orm and one.query is not None and not isinstance(one.query, AggregateQuery):
                list(one.query.clone().get_compiler(connection=connection).results_iter())
                continue
            with connection.cursor() as cursor:
                cursor.execute(one.sql, one.values)
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


def _sent_by(ask) -> list[Sent]:
    with _watched() as (sent, _):
        ask()
    return sent


@contextmanager
def _watched():
    """Statements sent to the database and whole templates rendered while this lasts."""
    sent: list[Sent] = []
    shown: list[tuple[Template, dict[str, object]]] = []
    asked: list[object] = []
    render, run = Template._render, SQLCompiler.execute_sql

    def note(execute, sql, params, many, context):
        sent.append(Sent(sql, params, asked.pop() if asked else None))
        return execute(sql, params, many, context)

    def first(self, context):
        if not shown:
            shown.append((self, context.flatten()))
        return render(self, context)

    def asking(self, *given, **named):
        asked[:] = [self.query.clone()]
        return run(self, *given, **named)

    Template._render, SQLCompiler.execute_sql = first, asking
    try:
        with connection.execute_wrapper(note):
            yield sent, shown
    finally:
        Template._render, SQLCompiler.execute_sql = render, run
