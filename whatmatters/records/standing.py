"""In which council the program stands: what PostgreSQL's wall (`council_wall.py`) lets it see.

Whoever says nothing stands in no council and sees no row of any. On SQLite, which has no such
wall, only the place is remembered.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

SETTING = "whatmatters.council"
NOWHERE, EVERYWHERE = "", "0"

_place: ContextVar[str] = ContextVar("council", default=NOWHERE)


@contextmanager
def of_council(council_id: int) -> Iterator[None]:
    """Inside, only the rows of one council are there. ValueError for what is no id of a row."""
    with _standing(_named(council_id)):
        yield


@contextmanager
def across_councils() -> Iterator[None]:
    """Inside, the rows of all councils are there: for the terminal, and where nobody acts yet."""
    with _standing(EVERYWHERE):
        yield


@contextmanager
def in_no_council() -> Iterator[None]:
    """Inside, no row of any council is there, until `go_on_in` says whose the rest is."""
    with _standing(NOWHERE):
        yield


def go_on_in(council_id: int) -> None:
    """Stand in one council from here to the end of the `with` around: known only on the way."""
    _place.set(_named(council_id))
    _tell_all()


def place() -> str:
    """Where the program stands, as the database is told it."""
    return _place.get()


def tell(connection: BaseDatabaseWrapper) -> None:
    """Tell one connection where the program stands.

    Past Django's cursor: a query that a page makes is counted, this is none. A transaction that
    failed takes no more statements; its end puts back what was told before it, and so do we.
    A session that could not be told is closed: it must answer nobody.
    """
    session = connection.connection
    if connection.vendor != "postgresql" or session is None or session.closed:
        return
    from psycopg.pq import TransactionStatus

    if session.info.transaction_status == TransactionStatus.INERROR:
        return
    try:
        with connection.wrap_database_errors, session.cursor() as cursor:
            cursor.execute("SELECT set_config(%s, %s, false)", [SETTING, _place.get()])
    except DatabaseError:
        connection.close()
        raise


def after_connect(*, connection: BaseDatabaseWrapper, **_: object) -> None:
    """Receiver of `connection_created`: a new session knows nothing."""
    tell(connection)


@contextmanager
def _standing(where: str) -> Iterator[None]:
    before = _place.set(where)
    try:
        _tell_all()
        yield
    finally:
        _place.reset(before)
        _tell_all()


def _named(council_id: int) -> str:
    if council_id < 1:
        raise ValueError("a council's id is 1 or more")
    return str(council_id)


def _tell_all() -> None:
    for connection in connections.all(initialized_only=True):
        tell(connection)
