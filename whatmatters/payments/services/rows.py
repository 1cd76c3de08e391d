"""Many rows at once: a column as one array on PostgreSQL, executemany on SQLite.

Not COPY, which PostgreSQL refuses where rows stand behind a wall (`records/council_wall.py`).
"""

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
    kinds = [_kind(table, column) for column in columns]
    waiting = iter(rows)
    while chunk := list(islice(waiting, CHUNK)):
        _insert(into, kinds, chunk)


def _insert(into: str, kinds: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            arrays = ", ".join(f"%s::{kind}[]" for kind in kinds)
            values = [list(column) for column in zip(*rows, strict=True)]
            cursor.execute(f"INSERT INTO {into} SELECT * FROM unnest({arrays})", values)
            return
        marks = ", ".join(["%s"] * len(kinds))
        cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)


def _kind(table: type[models.Model], column: str) -> str:
    """The type of a column's values; a text keeps its length, and is refused where it is long."""
    found = next(f for f in table._meta.concrete_fields if f.column == column)
    kind = str(found.db_type(connection))
    return "text" if kind.startswith("varchar") else kind


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
