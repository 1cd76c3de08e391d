"""What the plain PostgreSQL role may do: read and write rows, never change what is append-only.

The owner of the tables migrates; the program runs as a role that owns nothing, so that neither a
mistake nor an intruder in the program can drop a trigger or rewrite the ledger.
"""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from whatmatters.records.append_only import tables

ORDINARY = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE"})
APPEND_ONLY = frozenset({"SELECT", "INSERT"})
READ_ONLY = frozenset({"SELECT"})
ALL = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE")


def allowed(table: str) -> frozenset[str]:
    """The privileges of the plain role on one table."""
    if table == "django_migrations":
        return READ_ONLY
    return APPEND_ONLY if table in tables() else ORDINARY


def grant(owner: BaseDatabaseWrapper, role: str) -> None:
    """Give `role` exactly what it may do on every table; `owner` is the owner's connection."""
    quote = owner.ops.quote_name
    with owner.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {quote(role)}")
        for table in owner.introspection.table_names(cursor):
            cursor.execute(f"REVOKE ALL ON {quote(table)} FROM {quote(role)}")
            verbs = ", ".join(sorted(allowed(table)))
            cursor.execute(f"GRANT {verbs} ON {quote(table)} TO {quote(role)}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {quote(role)}")


def wrong(plain: BaseDatabaseWrapper) -> list[tuple[str, str, str]]:
    """(table, privilege, "missing" | "excessive") for the role that runs the program."""
    found: list[tuple[str, str, str]] = []
    with plain.cursor() as cursor:
        for table in sorted(plain.introspection.table_names(cursor)):
            held = _held(cursor, plain.ops.quote_name(table))
            found += [(table, verb, "missing") for verb in sorted(allowed(table) - held)]
            found += [(table, verb, "excessive") for verb in sorted(held - allowed(table))]
    return found


def too_powerful(plain: BaseDatabaseWrapper) -> bool:
    """Whether the program runs as a superuser, who is bound by no privilege and no policy."""
    with plain.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])


def passes_the_wall(plain: BaseDatabaseWrapper) -> bool:
    """Whether row-level security does not hold the program's role (`council_wall.py`)."""
    with plain.cursor() as cursor:
        cursor.execute("SELECT rolbypassrls FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])


def _held(cursor: CursorWrapper, table: str) -> frozenset[str]:
    marks = ", ".join(["has_table_privilege(current_user, %s, %s)"] * len(ALL))
    cursor.execute(f"SELECT {marks}", [word for verb in ALL for word in (table, verb)])
    return frozenset(verb for verb, has in zip(ALL, cursor.fetchone(), strict=True) if has)


def owns_tables(plain: BaseDatabaseWrapper) -> bool:
    """Whether the program's role owns tables: an owner may drop what guards them."""
    with plain.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public' "
            "AND pg_has_role(current_user, tableowner::name, 'USAGE'))"
        )
        return bool(cursor.fetchone()[0])
