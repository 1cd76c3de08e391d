"""In which council the program stands, and that a session of PostgreSQL is told the same."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.fixtures.case import a_case
from tests.fixtures.databases import is_postgresql
from whatmatters.access.models import Organisation
from whatmatters.records.standing import (
    EVERYWHERE,
    NOWHERE,
    SETTING,
    across_councils,
    go_on_in,
    in_no_council,
    of_council,
    place,
)


def told() -> str:
    """Where the database thinks that the program stands; without a wall, where it does."""
    if not is_postgresql():
        return place()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT current_setting('{SETTING}')")
        return str(cursor.fetchone()[0])


def test_one_place_inside_another_ends_where_it_began(db: None) -> None:
    with of_council(7):
        assert (place(), told()) == ("7", "7")
        with across_councils():
            assert (place(), told()) == (EVERYWHERE, EVERYWHERE)
            with in_no_council():
                assert (place(), told()) == (NOWHERE, NOWHERE)
                go_on_in(8)
                assert (place(), told()) == ("8", "8")
            assert told() == EVERYWHERE
        assert (place(), told()) == ("7", "7")


@pytest.mark.parametrize("council_id", [0, -1])
def test_what_is_no_council_is_refused(council_id: int) -> None:
    before = place()
    with pytest.raises(ValueError, match="1 or more"), of_council(council_id):
        pass
    assert place() == before


def test_a_refusal_inside_leaves_nothing_behind(db: None) -> None:
    with of_council(7):
        with pytest.raises(LookupError), across_councils():
            raise LookupError
        assert (place(), told()) == ("7", "7")


def test_a_failed_transaction_leaves_nothing_behind(db: None) -> None:
    with of_council(7):
        with (
            pytest.raises(DatabaseError),
            transaction.atomic(),
            across_councils(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT no_such_column FROM access_user")
        assert (place(), told()) == ("7", "7")


def test_a_transaction_taken_back_leaves_nothing_behind(own_database) -> None:
    with of_council(7):
        with transaction.atomic():
            Organisation.objects.count()
            with of_council(8):
                assert told() == "8"
            transaction.set_rollback(True)
        assert (place(), told()) == ("7", "7")


def test_a_new_connection_is_told_at_once(own_database) -> None:
    council = a_case().council_id
    with of_council(council):
        connection.close()
        assert Organisation.objects.count() == 2
        assert told() == str(council)
    assert told() == place()
