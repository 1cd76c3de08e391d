"""A backup can be put back, on either database, and is refused where it would destroy."""

from pathlib import Path

import pytest
from django.db import connections

from tests.fixtures.case import a_case, moment
from tests.fixtures.command import whatmatters
from tests.fixtures.databases import Database, triggers_of
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from whatmatters.config.checkups import guards, roles
from whatmatters.payments.services import set_calendar
from whatmatters.places.models import Council
from whatmatters.records.append_only import install


def _council(code: str) -> None:
    Council.objects.create(code=code, name_en="O'Neill Ŵ", name_cy="Ŵ", nation="wales")


def test_what_was_backed_up_comes_back(own_database: Database, tmp_path: Path) -> None:
    _council("W06000002")
    file = tmp_path / "first.backup"
    made = whatmatters("backup", str(file), env=own_database.env)
    assert made.returncode == 0, made.stderr
    assert file.stat().st_mode & 0o077 == 0

    Council.objects.all().delete()
    _council("E08000035")
    connections.close_all()
    restored = whatmatters("restore", str(file), "--replace", env=own_database.env)
    assert restored.returncode == 0, restored.stderr
    assert "guards, ledger and audit are whole" in restored.stdout
    assert [(c.code, c.name_en) for c in Council.objects.all()] == [("W06000002", "O'Neill Ŵ")]
    assert guards() == []
    assert roles() == []


def test_records_are_not_replaced_unless_asked(own_database: Database, tmp_path: Path) -> None:
    file = tmp_path / "empty.backup"
    assert whatmatters("backup", str(file), env=own_database.env).returncode == 0
    _council("W06000002")
    refused = whatmatters("restore", str(file), env=own_database.env)
    assert refused.returncode == 1
    assert "holds records" in refused.stderr
    assert Council.objects.count() == 1


def test_a_file_that_is_no_backup_changes_nothing(own_database: Database, tmp_path: Path) -> None:
    _council("W06000002")
    for content in (b"", b"not a database at all, only words" * 100):
        file = tmp_path / "wrong.backup"
        file.write_bytes(content)
        refused = whatmatters("restore", str(file), "--replace", env=own_database.env)
        assert refused.returncode == 1
        assert "not a whole backup" in refused.stderr
    missing = whatmatters("restore", str(tmp_path / "none"), "--replace", env=own_database.env)
    assert missing.returncode == 1
    assert Council.objects.count() == 1


def test_a_damaged_backup_changes_nothing(own_database: Database, tmp_path: Path) -> None:
    _council("W06000002")
    file = tmp_path / "cut.backup"
    assert whatmatters("backup", str(file), env=own_database.env).returncode == 0
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    refused = whatmatters("restore", str(file), "--replace", env=own_database.env)
    assert refused.returncode == 1
    assert Council.objects.count() == 1


def test_a_backup_never_overwrites_a_file(own_database: Database, tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_text("last week's")
    refused = whatmatters("backup", str(file), env=own_database.env)
    assert refused.returncode == 1
    assert file.read_text() == "last week's"


@pytest.mark.parametrize(
    ("table", "change", "told"),
    [
        ("payments_posting", "pence = pence + 1", "ledger of council"),
        ("access_auditevent", "action = 'else'", "audit trail of council"),
    ],
)
def test_a_backup_that_somebody_changed_is_named(
    own_database: Database, owner_connection, tmp_path: Path, table: str, change: str, told: str
) -> None:
    case = a_case()
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    a_plan_agreement(case, a_contract(case))
    run_period(case, ANCHOR)
    with owner_connection.cursor() as cursor:
        for name in triggers_of(owner_connection, table):
            on = f'ON "{table}"' if owner_connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}" {on}')
        cursor.execute(f"UPDATE {table} SET {change} WHERE id = (SELECT min(id) FROM {table})")
    install(owner_connection)
    file = tmp_path / "changed.backup"
    assert whatmatters("backup", str(file), env=own_database.env).returncode == 0
    connections.close_all()
    restored = whatmatters("restore", str(file), "--replace", env=own_database.env)
    assert restored.returncode == 1
    assert told in restored.stderr
