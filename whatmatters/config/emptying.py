"""Making room for a demonstration: a demo database is emptied, any other is refused."""

import sqlite3
from contextlib import closing

from django.db import connections

from whatmatters.access.queries import is_demo
from whatmatters.config.migrating import bring_up_to_date, owner_alias
from whatmatters.config.verbs.restore import is_empty


class NotADemoError(Exception):
    """The database holds records that no demonstration made: nothing was changed."""


def start_afresh() -> None:
    """An empty, up-to-date database where there was none or a demonstration."""
    connection = connections[owner_alias()]
    if not is_empty(connection):
        if not is_demo():
            raise NotADemoError
        _empty()
    bring_up_to_date()


def _empty() -> None:
    connection = connections[owner_alias()]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f'DROP TABLE "{table}" CASCADE')
        return
    name = connection.settings_dict["NAME"]
    connections.close_all()
    # Whoever has the file open sees it emptied; removing it would leave them the old one.
    nothing, target = sqlite3.connect(":memory:"), sqlite3.connect(name, timeout=20)
    with closing(nothing), closing(target):
        nothing.backup(target)
