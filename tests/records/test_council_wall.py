"""PostgreSQL's own wall between councils: every table, with nothing of the program's filter."""

import psycopg
import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from tests.fixtures.case import a_case
from tests.fixtures.databases import Database
from tests.permissions.world import two_places
from whatmatters.access.models import Organisation
from whatmatters.config import checkups
from whatmatters.records import council_wall, privileges
from whatmatters.records.standing import across_councils, in_no_council, of_council

pytestmark = pytest.mark.postgres_only

# As many tables at least hold rows of both councils in the world of the permission tests.
FILLED = 45


def named() -> list[type]:
    """Every kind of row that belongs to a council."""
    every = apps.get_models(include_auto_created=True)
    return [m for m in every if "council_id" in {f.column for f in m._meta.concrete_fields}]


def rows_by_council(table: str) -> dict[int, int]:
    """How many rows of each council a table shows, asked with no filter and past the ORM."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT council_id, count(*) FROM "{table}" GROUP BY 1')
        return dict(cursor.fetchall())


def foreign_rows(mine: int) -> dict[str, int]:
    """Rows of other councils that a swapped manager or bare SQL can see from here, by table."""
    found = {}
    for row in named():
        table = row._meta.db_table
        bare = sum(n for council, n in rows_by_council(table).items() if council != mine)
        swapped = row._base_manager.exclude(council_id=mine).count()
        if bare or swapped:
            found[table] = bare + swapped
    return found


def test_every_table_that_names_a_council_stands_behind_the_wall(db: None) -> None:
    assert council_wall.tables(connection) == sorted(m._meta.db_table for m in named())
    assert council_wall.unwalled(connection) == []
    assert len(named()) > 90


def test_without_any_filter_no_row_of_another_council_is_there(db: None) -> None:
    here, elsewhere = (place.case.council_id for place in two_places())
    filled = [m._meta.db_table for m in named() if len(rows_by_council(m._meta.db_table)) == 2]
    assert len(filled) >= FILLED
    with of_council(here):
        assert foreign_rows(here) == {}
        assert all(set(rows_by_council(table)) == {here} for table in filled)
    with of_council(elsewhere):
        assert foreign_rows(elsewhere) == {}
        assert all(set(rows_by_council(table)) == {elsewhere} for table in filled)


def test_the_probe_sees_foreign_rows_where_the_wall_is_taken_down(
    own_database: Database, owner_connection
) -> None:
    here, elsewhere = a_case().council_id, a_case("W06000001").council_id
    with owner_connection.cursor() as cursor:
        cursor.execute("DROP POLICY one_council ON access_organisation")
        cursor.execute("ALTER TABLE access_organisation DISABLE ROW LEVEL SECURITY")
        cursor.execute("CREATE POLICY open ON access_membership USING (true)")
    with of_council(here):
        assert set(foreign_rows(here)) == {"access_organisation", "access_membership"}
        assert set(rows_by_council("access_organisation")) == {here, elsewhere}


def test_a_row_of_another_council_is_neither_written_nor_changed_nor_taken(db: None) -> None:
    here, elsewhere = a_case().council_id, a_case("W06000001").council_id
    given = {"kind": "provider", "name_en": "Gofal Newydd", "name_cy": "Gofal Newydd"}
    with of_council(here):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Organisation.objects.create(council_id=elsewhere, **given)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Organisation.objects.update(council_id=elsewhere)
        assert Organisation.objects.filter(council_id=elsewhere).update(name_en="Taken") == 0
        assert Organisation.objects.filter(council_id=elsewhere).delete()[0] == 0
        Organisation.objects.create(council_id=here, **given)
    assert rows_by_council("access_organisation") == {here: 3, elsewhere: 2}


def test_whoever_says_nothing_sees_nothing_and_writes_nothing(own_database: Database) -> None:
    council = a_case().council_id
    with psycopg.connect(own_database.env["DATABASE_URL"]) as session:
        counts = [
            session.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            for table in council_wall.tables(connection)
        ]
        assert set(counts) == {0}
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
            session.execute(
                "INSERT INTO places_patch (council_id, code, name_en, name_cy) "
                "VALUES (%s, 'x', 'x', 'x')",
                [council],
            )


def test_in_no_council_nothing_is_there(db: None) -> None:
    council = a_case().council_id
    with in_no_council():
        assert {
            table: n for table in council_wall.tables(connection) for n in rows_by_council(table)
        } == {}
        with pytest.raises(ProgrammingError), transaction.atomic():
            Organisation.objects.create(
                council_id=council, kind="provider", name_en="x", name_cy="x"
            )
    assert set(rows_by_council("access_organisation")) == {council}


def test_the_owner_who_migrates_and_backs_up_sees_all(
    own_database: Database, owner_connection
) -> None:
    councils = {a_case().council_id, a_case("W06000001").council_id}
    with owner_connection.cursor() as cursor:
        cursor.execute("RESET ALL")
        cursor.execute("SELECT DISTINCT council_id FROM access_organisation")
        assert {pk for (pk,) in cursor.fetchall()} == councils


@pytest.mark.parametrize(
    "harm",
    [
        "DROP POLICY one_council ON people_person",
        "ALTER TABLE people_person DISABLE ROW LEVEL SECURITY",
        "ALTER POLICY one_council ON people_person USING (true)",
        "ALTER POLICY one_council ON people_person WITH CHECK (true)",
        "ALTER POLICY one_council ON people_person TO pg_monitor",
        "CREATE POLICY another ON people_person USING (true)",
    ],
)
def test_a_hole_in_the_wall_is_found(own_database: Database, owner_connection, harm: str) -> None:
    with owner_connection.cursor() as cursor:
        cursor.execute(harm)
    assert council_wall.unwalled(connection) == ["people_person"]
    (said,) = checkups.council_wall_stands()
    told = f"1 of {len(named())} tables with a council are not behind the wall, people_person first"
    assert told in said


def test_a_lost_policy_is_put_back(own_database: Database, owner_connection) -> None:
    with owner_connection.cursor() as cursor:
        cursor.execute("DROP POLICY one_council ON people_person")
        cursor.execute("ALTER TABLE people_person DISABLE ROW LEVEL SECURITY")
    council_wall.install(owner_connection)
    assert council_wall.unwalled(connection) == []
    assert checkups.council_wall_stands() == []


def test_the_plain_role_can_neither_open_the_wall_nor_pass_it(db: None) -> None:
    assert not privileges.passes_the_wall(connection)
    for statement in (
        "DROP POLICY one_council ON people_person",
        "ALTER TABLE people_person DISABLE ROW LEVEL SECURITY",
        "CREATE POLICY open ON people_person USING (true)",
    ):
        with (
            pytest.raises(ProgrammingError, match="must be owner"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    with across_councils(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_person")
        assert cursor.fetchone() == (0,)
