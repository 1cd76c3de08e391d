"""Append-only tables refuse change and removal on both databases."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from whatmatters.access.models import AuditEvent, User
from whatmatters.places.models import Council
from whatmatters.records.append_only import install, tables, unguarded

AT = datetime(2026, 7, 15, 23, 30, tzinfo=UTC)


def _event() -> AuditEvent:
    council = Council.objects.create(code="W06000002", nation="wales")
    by = User.objects.create(username="gwen")
    return AuditEvent.objects.create(
        council=council, by=by, at=AT, seq=1, action="looked", subject="plan", why="", hash="0"
    )


def test_every_append_only_table_is_guarded_after_migrating(db: None) -> None:
    assert "access_auditevent" in tables()
    assert unguarded(connection) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda row: AuditEvent.objects.filter(pk=row.pk).update(action="else"),
        lambda row: AuditEvent.objects.filter(pk=row.pk).delete(),
        lambda row: row.save(),
    ],
    ids=["update", "delete", "save again"],
)
def test_a_written_row_can_not_be_changed(db: None, change: Callable[[AuditEvent], object]) -> None:
    row = _event()
    row.action = "else"
    with pytest.raises(DatabaseError), transaction.atomic():
        change(row)
    assert AuditEvent.objects.get(pk=row.pk).action == "looked"


def test_a_lost_trigger_is_named_and_put_back(owner_connection) -> None:
    with owner_connection.cursor() as cursor:
        if owner_connection.vendor == "postgresql":
            cursor.execute('DROP TRIGGER append_only_access_auditevent ON "access_auditevent"')
        else:
            cursor.execute("DROP TRIGGER append_only_delete_access_auditevent")
    assert unguarded(connection) == ["access_auditevent"]
    install(owner_connection)
    assert unguarded(connection) == []
