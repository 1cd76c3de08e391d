"""Every row belongs to a council, and what must not change can not."""

from django.apps import apps
from django.db import connection

from whatmatters.records.append_only import tables, unguarded
from whatmatters.records.tenancy import AppendOnlyRow

# Rows that are the tenant itself, or belong to none: each with its reason.
WITHOUT_COUNCIL = {
    "Council": "the tenant",
    "Installation": "the mark of the whole database",
    "User": "one person may work for two councils; memberships carry the council",
}


def _ours() -> list[type]:
    return [m for m in apps.get_models() if m.__module__.startswith("whatmatters.")]


def test_every_row_carries_its_council() -> None:
    bare = {m.__name__ for m in _ours() if not any(f.name == "council" for f in m._meta.fields)}
    assert bare == set(WITHOUT_COUNCIL)


def test_no_council_may_be_missing() -> None:
    councils = [f for m in _ours() for f in m._meta.fields if f.name == "council"]
    assert [str(f) for f in councils if f.null] == []


def test_every_append_only_table_is_guarded(db: None) -> None:
    declared = {m._meta.db_table for m in _ours() if issubclass(m, AppendOnlyRow)}
    assert declared <= set(tables())
    assert unguarded(connection) == []


def test_every_ledger_and_audit_table_is_append_only() -> None:
    words = ("audit", "journal", "posting", "ledger")
    evidence = {m._meta.db_table for m in _ours() if any(w in m._meta.db_table for w in words)}
    assert evidence <= set(tables())
    assert evidence
