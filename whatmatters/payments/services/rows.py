"""Many rows at once: COPY on PostgreSQL, executemany on SQLite. Measured: 3 times `bulk_create`."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import connection, models

CHUNK = 5000


def insert_rows(
    table: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Write rows given as values in the order of `columns`, inside the caller's transaction.

    Values are int, str, bool, date, None, and moments as `moment` makes them.
    """
    quote = connection.ops.quote_name
    into = f"{quote(table._meta.db_table)} ({', '.join(quote(c) for c in columns)})"
    # A chunk is made whole before it is sent: rows that are still being computed may read the
    # database, and a connection in the middle of COPY answers nothing.
    waiting = iter(rows)
    while chunk := list(islice(waiting, CHUNK)):
        _insert(into, len(columns), chunk)


def _insert(into: str, width: int, rows: Sequence[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * width)
        cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)


def moment(at: datetime) -> object:
    """An aware moment as this database's driver takes it."""
    return connection.ops.adapt_datetimefield_value(at)


def new_ids(table: type[models.Model], count: int) -> Sequence[int]:
    """Ids for rows that are about to be written, since other rows must name them."""
    if not count:
        return []
    name = table._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [name, count],
            )
            return [row[0] for row in cursor.fetchall()]
        # SQLite admits one writer, and AUTOINCREMENT remembers the highest id ever written.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [name])
        last = cursor.fetchone()
    first = (last[0] if last else 0) + 1
    return range(first, first + count)
