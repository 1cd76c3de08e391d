"""The plain PostgreSQL role can not rewrite what is append-only, trigger or no trigger."""

import pytest
from django.db import DatabaseError, connection, transaction

from whatmatters.records.append_only import tables

pytestmark = pytest.mark.postgres_only


def test_the_tests_run_as_a_plain_role(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False, False, False)


def test_no_append_only_table_can_be_changed_even_without_its_trigger(
    own_database, owner_connection
) -> None:
    with owner_connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
    for table in tables():
        for statement in (f'UPDATE "{table}" SET id = id', f'DELETE FROM "{table}"'):
            with pytest.raises(DatabaseError, match="permission denied"), connection.cursor() as c:
                c.execute(statement)


def test_the_trigger_holds_even_against_the_owner(own_database, owner_connection) -> None:
    for table in tables():
        verbs = (f'UPDATE "{table}" SET id = id', f'DELETE FROM "{table}"', f'TRUNCATE "{table}"')
        for statement in verbs:
            with (
                pytest.raises(DatabaseError, match=r"append-only|foreign key"),
                transaction.atomic(using="owner"),
                owner_connection.cursor() as cursor,
            ):
                cursor.execute(statement)


def test_the_plain_role_can_neither_empty_nor_drop_nor_disable(db: None) -> None:
    for statement in (
        "TRUNCATE access_auditevent",
        "DROP TABLE access_auditevent",
        "ALTER TABLE access_auditevent DISABLE TRIGGER USER",
        "CREATE TABLE elsewhere (id int)",
        "DELETE FROM django_migrations",
    ):
        with (
            pytest.raises(DatabaseError, match=r"permission denied|must be owner"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
