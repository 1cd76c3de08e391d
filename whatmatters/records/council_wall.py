"""Row-level security by council: PostgreSQL's own wall behind the program's filter.

A table that names a council shows, and takes, only rows of the council in which the program
stands (`standing.py`): a forgotten filter finds nothing of another's. The owner of the tables,
who migrates and makes backups, is not held by it. The policies are put back after every migration.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from whatmatters.records.standing import EVERYWHERE, SETTING

POLICY = "one_council"
# A SELECT of its own is worked out once for a statement, and not once for each row.
STANDS = f"(SELECT nullif(current_setting('{SETTING}', true), '')::bigint)"
ALLOWED = f"council_id = {STANDS} OR {STANDS} = {EVERYWHERE}"

TABLES = """
SELECT c.relname FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'council_id' AND NOT a.attisdropped
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1
"""

# Behind the wall is a table with our policy and no other: a second one would only let more through.
WALLED = """
SELECT c.relname FROM pg_class c
JOIN pg_policies p ON p.schemaname = 'public' AND p.tablename = c.relname
WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity GROUP BY 1
HAVING count(*) = 1 AND bool_and(
    p.policyname = %s AND p.cmd = 'ALL' AND p.roles = '{public}' AND p.qual = p.with_check
    AND strpos(p.qual, 'council_id = ') > 0 AND strpos(p.qual, %s) > 0
)
"""


def tables(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of all tables of this database that name a council; none on SQLite."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        return [name for (name,) in cursor.fetchall()]


def unwalled(connection: BaseDatabaseWrapper) -> list[str]:
    """Those of them whose policy is missing, changed or not alone: must be empty."""
    named = tables(connection)
    if not named:
        return []
    with connection.cursor() as cursor:
        cursor.execute(WALLED, [POLICY, SETTING])
        walled = {name for (name,) in cursor.fetchall()}
    return [name for name in named if name not in walled]


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the policy on every table that lacks it; harmless when repeated."""
    for table in unwalled(connection):
        with connection.cursor() as cursor:
            for statement in statements(table):
                cursor.execute(statement)


def statements(table: str) -> list[str]:
    """The SQL that puts one table behind the wall."""
    return [
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        f'DROP POLICY IF EXISTS {POLICY} ON "{table}"',
        f'CREATE POLICY {POLICY} ON "{table}" USING ({ALLOWED}) WITH CHECK ({ALLOWED})',
    ]


def after_migrate(*, using: str, **_: object) -> None:
    """Receiver of `post_migrate`: wall what was just made."""
    from django.db import connections

    install(connections[using])
