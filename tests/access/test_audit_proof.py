"""The audit trail is proven whole, and the first bad row is named."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection

from whatmatters.access.models import AuditEvent, User
from whatmatters.access.queries import Actor, AuditProof, looks_at, verify_audit
from whatmatters.access.services import Audited, audit_many, record_look
from whatmatters.places.models import Council
from whatmatters.records.append_only import install, statements
from whatmatters.rules.permissions import Relationship
from whatmatters.rules.roles import Role

AT = datetime(2026, 7, 15, 22, 30, tzinfo=UTC)
TABLE = "access_auditevent"


@pytest.fixture
def elin(db: None) -> Actor:
    return writer("W06000002", "elin")


def writer(code: str, name: str) -> Actor:
    council = Council.objects.create(code=code, nation="wales")
    user = User.objects.create(username=name, display_name="Elin Hughes")
    return Actor(user.pk, council.pk, "Elin Hughes", None, frozenset({Role.SOCIAL_WORKER}))


def write(by: Actor, count: int) -> None:
    audit_many(by=by, at=AT, events=[Audited("added", "plan", n) for n in range(count)])


def unguard() -> None:
    """What an intruder who owns the tables could do; each test here is rolled back."""
    with connection.cursor() as cursor:
        for verb in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER append_only_{verb}_{TABLE}")


needs_owner = pytest.mark.skipif(
    connection.vendor == "postgresql", reason="the plain role cannot drop the trigger"
)


def test_a_trail_that_nobody_touched_is_whole(elin: Actor) -> None:
    write(elin, 3)
    write(elin, 2)
    assert verify_audit(elin.council_id) == AuditProof(rows=5)


def test_each_council_has_a_chain_of_its_own(elin: Actor) -> None:
    rhys = writer("E08000035", "rhys")
    write(elin, 2)
    write(rhys, 1)
    write(elin, 1)
    assert verify_audit(elin.council_id) == AuditProof(rows=3)
    assert verify_audit(rhys.council_id) == AuditProof(rows=1)


@needs_owner
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("why", "else"),
        ("person_id", 7),
        ("by_id", None),
        ("at", datetime(2026, 7, 16, tzinfo=UTC)),
        ("subject_id", 99),
        ("action", "removed"),
    ],
)
def test_a_changed_column_is_found(elin: Actor, column: str, value: object) -> None:
    write(elin, 4)
    other = User.objects.create(username="other")
    unguard()
    AuditEvent.objects.filter(seq=3).update(**{column: other.pk if value is None else value})
    assert verify_audit(elin.council_id) == AuditProof(2, first_bad_seq=3, problem="changed")


@needs_owner
def test_a_removed_row_is_a_gap(elin: Actor) -> None:
    write(elin, 4)
    unguard()
    AuditEvent.objects.filter(seq=2).delete()
    assert verify_audit(elin.council_id) == AuditProof(1, first_bad_seq=3, problem="gap")


@needs_owner
def test_a_row_hashed_again_by_an_intruder_breaks_the_next_one(elin: Actor) -> None:
    from whatmatters.access.queries.audit_proof import link_of

    write(elin, 4)
    unguard()
    row = AuditEvent.objects.get(seq=2)
    row.why = "else"
    row.hash = link_of(row).hash_after(row.prev_hash)
    row.save()
    assert verify_audit(elin.council_id) == AuditProof(2, first_bad_seq=3, problem="broken_chain")
    install(connection)
    assert statements(connection.vendor, TABLE)


def test_a_look_is_written_once_a_london_day(elin: Actor) -> None:
    late = datetime(2026, 7, 15, 23, 30, tzinfo=UTC)  # half past midnight in London
    for at, on in [(AT, date(2026, 7, 15)), (AT, date(2026, 7, 15)), (late, date(2026, 7, 16))]:
        record_look(by=elin, at=at, on=on, person_id=41, why=Relationship.ASSIGNED)
    record_look(by=elin, at=AT, on=date(2026, 7, 16), person_id=42, why=Relationship.ASSIGNED)
    looks = looks_at(elin.council_id, 41)
    assert [(look.at, look.name, look.why) for look in looks] == [
        (late, "Elin Hughes", "assigned"),
        (AT, "Elin Hughes", "assigned"),
    ]
