"""Doctor finds what is wrong, and says nothing else."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from tests.fixtures.command import variables_of_a_new_place, whatmatters
from tests.fixtures.databases import Database
from whatmatters.access.models import AuditEvent, User
from whatmatters.access.services import mark_installation
from whatmatters.config import checkups
from whatmatters.places.models import Council
from whatmatters.records.privileges import grant
from whatmatters.rules.roles import InstallationKind


def test_a_healthy_installation_is_all_ok(own_database: Database) -> None:
    found = whatmatters("doctor", env=own_database.env)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "guards: ok" in found.stdout
    assert "roles: ok" in found.stdout


def test_a_dropped_trigger_is_found(own_database: Database, owner_connection) -> None:
    with owner_connection.cursor() as cursor:
        if owner_connection.vendor == "postgresql":
            cursor.execute('DROP TRIGGER append_only_access_auditevent ON "access_auditevent"')
        else:
            cursor.execute("DROP TRIGGER append_only_update_access_auditevent")
    found = whatmatters("doctor", env=own_database.env)
    assert found.returncode == 1
    assert "no append-only guard on access_auditevent" in found.stdout
    assert whatmatters("migrate", env=own_database.env).returncode == 0
    assert whatmatters("doctor", env=own_database.env).returncode == 0


@pytest.mark.postgres_only
def test_missing_and_excessive_privileges_are_found(own_database, owner_connection) -> None:
    with owner_connection.cursor() as cursor:
        cursor.execute("REVOKE INSERT ON access_user FROM whatmatters_app")
        cursor.execute("GRANT DELETE ON access_auditevent TO whatmatters_app")
    assert checkups.roles() == [
        "excessive privilege DELETE on access_auditevent",
        "missing privilege INSERT on access_user",
    ]
    grant(owner_connection, "whatmatters_app")
    assert checkups.roles() == []


@pytest.mark.postgres_only
def test_a_disabled_trigger_is_found(own_database, owner_connection) -> None:
    with owner_connection.cursor() as cursor:
        cursor.execute("ALTER TABLE access_auditevent DISABLE TRIGGER USER")
    assert checkups.guards() == ["no append-only guard on access_auditevent"]


@pytest.mark.postgres_only
def test_a_program_that_owns_its_tables_is_found(own_database: Database) -> None:
    env = {**own_database.env, "DATABASE_URL": own_database.env["DATABASE_OWNER_URL"]}
    found = whatmatters("doctor", env=env)
    assert found.returncode == 1
    assert "the program owns its tables" in found.stdout


FROM_LATER = ["the audit trail holds rows from later than this clock says it is"]


def written(at: datetime) -> None:
    """A row of the audit trail from some moment."""
    AuditEvent.objects.create(
        council=Council.objects.get_or_create(code="W06000002", nation="wales")[0],
        by=User.objects.get_or_create(username="gwen")[0],
        at=at,
        seq=AuditEvent.objects.count() + 1,
    )


def test_rows_from_the_future_are_found(own_database: Database) -> None:
    written(datetime.now(UTC) + timedelta(days=1))
    assert checkups.clock() == FROM_LATER


def test_a_demonstration_lived_to_the_end_of_its_last_day_is_healthy(
    own_database: Database,
) -> None:
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    mark_installation(kind=InstallationKind.DEMO, at=datetime.now(UTC), as_of=tomorrow)
    written(datetime.combine(tomorrow, time(22), UTC))
    assert checkups.clock() == []
    written(datetime.combine(tomorrow, time(22), UTC) + timedelta(days=1))
    assert checkups.clock() == FROM_LATER


@pytest.mark.once
def test_an_empty_place_has_migrations_to_run(tmp_path: Path) -> None:
    found = whatmatters("doctor", env=variables_of_a_new_place(tmp_path))
    assert found.returncode == 1
    assert "not run, " in found.stdout
    assert "run `whatmatters migrate`" in found.stdout


@pytest.mark.once
def test_a_secret_key_that_others_may_read_is_found(tmp_path: Path) -> None:
    env = variables_of_a_new_place(tmp_path)
    whatmatters("doctor", env=env)
    (tmp_path / "secret_key").chmod(0o644)
    assert "secret key has mode 644, not 600" in whatmatters("doctor", env=env).stdout
