"""Everything a demonstration writes goes through a context's services, as a page's writes do."""

import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection

from tests.fixtures.databases import Database, is_postgresql
from whatmatters.demo.management.demo import live_through, wanted_from
from whatmatters.places.models import Council

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|COPY|TRUNCATE)\b", re.IGNORECASE)
SERVICES = re.compile(r"/whatmatters/(?!demo/)\w+/services(/|\.py)")
DEMO = "/whatmatters/demo/"


class WrittenPastTheServicesError(AssertionError):
    """A row was written by the demonstration itself."""


def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """Refuse a write that has a file of the demonstration in its stack and no service."""
    if WRITES.match(sql):
        files = set(stack())
        if any(DEMO in file for file in files) and not any(map(SERVICES.search, files)):
            raise WrittenPastTheServicesError(sql[:120])
    return execute(sql, params, many, context)


def stack() -> Iterator[str]:
    """The file of every frame up to here, without reading any of them."""
    frame = sys._getframe(1)
    while frame is not None:
        yield frame.f_code.co_filename
        frame = frame.f_back


@pytest.mark.skipif(is_postgresql(), reason="the largest run is made once, on SQLite")
def test_every_kind_of_event_happens_and_every_write_has_a_service_in_its_stack(
    own_database: Database,
) -> None:
    """The default size, lived whole: no kind of event can hide a write of the demonstration."""
    until = datetime(2026, 11, 22, tzinfo=UTC)
    wanted = wanted_from(
        locality="gwynedd", locality_dir=None, people=240, weeks=30, until=until, seed=1
    )
    with connection.execute_wrapper(watch):
        found = live_through(wanted)
    assert found.missing == ()
    assert found.people == 240
    assert (found.seen["close"], found.seen["left_to_release"]) == (7, 1)
    assert found.ledger_ok is True


@pytest.mark.django_db
def test_a_write_past_the_services_is_caught() -> None:
    """The control: the same watch sees a row that a demonstration's own code writes."""
    source = compile(
        "def sneak(rows):\n    rows.objects.create(code='X', nation='wales')",
        "/somewhere/whatmatters/demo/life/sneaking.py",
        "exec",
    )
    names: dict[str, Any] = {}
    exec(source, names)
    with connection.execute_wrapper(watch), pytest.raises(WrittenPastTheServicesError):
        names["sneak"](Council)
