"""What `doctor` looks at. Each check-up returns what is wrong, in words; or nothing."""

import shutil
import stat
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.db import connections

from whatmatters.access.queries.installation import installation
from whatmatters.config.migrating import pending
from whatmatters.records import council_wall, one_person, privileges
from whatmatters.records.append_only import unguarded
from whatmatters.rules.days import LONDON

FREE_BYTES = 1_000_000_000
CLOCK = timedelta(seconds=5)
AHEAD = timedelta(minutes=5)


def migrations() -> list[str]:
    """Migrations that were not run."""
    todo = pending()
    return [f"{len(todo)} not run, {todo[0]} first: run `whatmatters migrate`"] if todo else []


def guards() -> list[str]:
    """Append-only tables that could be changed, and rows that could join two people."""
    connection = connections["default"]
    open_to_two = [f"no guard {name}" for name in one_person.unguarded(connection)]
    return [f"no append-only guard on {table}" for table in unguarded(connection)] + open_to_two


def roles() -> list[str]:
    """On PostgreSQL, whether the program's role may do exactly what it should."""
    connection = connections["default"]
    if connection.vendor != "postgresql":
        return []
    if privileges.too_powerful(connection):
        return ["the program runs as a superuser: DATABASE_URL must name a plain role"]
    if privileges.passes_the_wall(connection):
        return ["the program's role has BYPASSRLS: no wall stands between councils"]
    if privileges.owns_tables(connection):
        return ["the program owns its tables: name a separate owner in DATABASE_OWNER_URL"]
    return [
        f"{kind} privilege {verb} on {table}" for table, verb, kind in privileges.wrong(connection)
    ]


def council_wall_stands() -> list[str]:
    """Tables of PostgreSQL that one council could read of another's."""
    connection = connections["default"]
    named, bare = council_wall.tables(connection), council_wall.unwalled(connection)
    if not bare:
        return []
    told = f"{len(bare)} of {len(named)} tables with a council are not behind the wall, {bare[0]}"
    return [f"{told} first: run `whatmatters migrate`"]


def clock() -> list[str]:
    """Whether this clock agrees with the database's, and lies after what was last written.

    A demonstration was lived to the end of its own last day, which may be today.
    """
    wrong, now = [], datetime.now(UTC)
    lived = installation().as_of
    latest = max(now, end_of(lived)) if lived else now
    with connections["default"].cursor() as cursor:
        if connections["default"].vendor == "postgresql":
            cursor.execute("SELECT clock_timestamp()")
            if abs(cursor.fetchone()[0] - now) > CLOCK:
                wrong.append("this clock and the database's differ by more than 5 seconds")
        cursor.execute("SELECT 1 FROM access_auditevent WHERE at > %s LIMIT 1", [latest + AHEAD])
        if cursor.fetchone():
            wrong.append("the audit trail holds rows from later than this clock says it is")
    return wrong


def end_of(day: date) -> datetime:
    """The first moment after a day in London."""
    return datetime.combine(day + timedelta(days=1), time(), LONDON)


def disk() -> list[str]:
    """Whether there is room in the data folder."""
    free = shutil.disk_usage(settings.DATA).free
    return [f"only {free:,} bytes free in {settings.DATA}"] if free < FREE_BYTES else []


def secret_key() -> list[str]:
    """Whether the secret key is its owner's alone."""
    file = settings.DATA / "secret_key"
    if not file.exists():
        return []
    mode = stat.S_IMODE(file.stat().st_mode)
    return [] if mode == stat.S_IRUSR | stat.S_IWUSR else [f"secret key has mode {mode:o}, not 600"]


CHECKUPS: tuple[Callable[[], list[str]], ...] = (
    migrations,
    guards,
    council_wall_stands,
    roles,
    clock,
    disk,
    secret_key,
)
