"""Everything a demonstration writes goes through a context's services, as a page's writes do."""

import re
import traceback
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection

from whatmatters.demo.calendar import calendar_of
from whatmatters.demo.handing_over import hand_over
from whatmatters.demo.living import live
from whatmatters.demo.stage.setting import Wanted, set_stage
from whatmatters.places.models import Council
from whatmatters.places.queries import read_locality

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|COPY|TRUNCATE)\b", re.IGNORECASE)
SERVICES = re.compile(r"/whatmatters/(?!demo/)\w+/services(/|\.py)")
DEMO = "/whatmatters/demo/"


class WrittenPastTheServicesError(AssertionError):
    """A row was written by the demonstration itself."""


def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """Refuse a write that has a file of the demonstration in its stack and no service."""
    if WRITES.match(sql):
        files = [frame.filename for frame in traceback.extract_stack()]
        if any(DEMO in file for file in files) and not any(SERVICES.search(f) for f in files):
            raise WrittenPastTheServicesError(sql[:120])
    return execute(sql, params, many, context)


def wanted() -> Wanted:
    calendar = calendar_of(until=date(2026, 11, 22), weeks=9)
    return Wanted(read_locality("gwynedd"), people=10, seed=3, calendar=calendar)


@pytest.mark.django_db
def test_every_write_has_a_service_in_its_stack() -> None:
    with connection.execute_wrapper(watch):
        world = set_stage(wanted())
        live(world, lambda _: None)
        hand_over(world)
    assert world.seen["agreed"] > 0
    assert world.seen["close"] > 0


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
