"""`whatmatters pay` and `whatmatters ledger …`, run as a process against a database of its own."""

import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.command import whatmatters
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from whatmatters.access.models import User
from whatmatters.payments.queries import balance, runs
from whatmatters.payments.services import propose_run, set_calendar

CODE = "W06000002"


def _prepared() -> Case:
    case = a_case(CODE)
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    a_plan_agreement(case, a_contract(case))
    return case


def _name(user_id: int) -> str:
    return User.objects.get(pk=user_id).username


def test_a_run_is_proposed_released_and_proved_by_commands(own_database) -> None:
    case = _prepared()
    one, two = _name(case.finance.user_id), _name(case.finance_two.user_id)
    start = str(ANCHOR)

    dry = whatmatters("pay", "--period", start, "--by", one, "--dry-run", env=own_database.env)
    assert dry.returncode == 0, dry.stderr
    assert "£927.67" in dry.stdout
    assert runs(case.council_id) == ()

    done = whatmatters("pay", "--period", start, "--by", one, env=own_database.env)
    assert done.returncode == 0, done.stderr
    assert "£927.67" in done.stdout
    (run,) = runs(case.council_id)
    assert balance(case.council_id) == {}

    again = whatmatters("pay", "--release", str(run.run_id), "--by", one, env=own_database.env)
    assert again.returncode == 2
    assert "second person" in again.stderr
    assert again.stdout == ""

    done = whatmatters("pay", "--release", str(run.run_id), "--by", two, env=own_database.env)
    assert done.returncode == 0, done.stderr
    assert "£927.67 paid" in done.stdout

    for dry_run in ([], ["--dry-run"]):
        same = whatmatters("pay", "--period", start, "--by", one, *dry_run, env=own_database.env)
        assert same.returncode == 0
        assert "Nothing was changed" in same.stdout
        assert "Stopped" not in same.stdout

    proved = whatmatters("ledger", "verify", env=own_database.env)
    assert proved.returncode == 0, proved.stderr
    assert "2 entries, 4 postings, sum 0" in proved.stdout
    check_invariants()


@pytest.mark.once
def test_a_dry_run_releases_nothing(own_database) -> None:
    case = _prepared()
    run = propose_run(by=case.finance, at=moment(date(2026, 5, 5)), period_start=ANCHOR)
    release = ["pay", "--release", str(run.run_id), "--by", _name(case.finance_two.user_id)]
    tried = whatmatters(*release, "--dry-run", env=own_database.env)
    assert (tried.returncode, tried.stdout) == (2, "")
    assert "--dry-run" in tried.stderr
    assert balance(case.council_id) == {}


@pytest.mark.once
def test_a_refusal_names_the_nearest_starts_and_exits_2(own_database) -> None:
    case = _prepared()
    one = _name(case.finance.user_id)
    done = whatmatters("pay", "--period", "2026-04-13", "--by", one, env=own_database.env)
    assert (done.returncode, done.stdout) == (2, "")
    assert "2026-04-06" in done.stderr
    assert "2026-05-04" in done.stderr
    for far in ("0001-01-01", "9999-12-27"):
        done = whatmatters("pay", "--period", far, "--by", one, env=own_database.env)
        assert (done.returncode, done.stdout) == (2, "")
        assert "Traceback" not in done.stderr


@pytest.mark.once
@pytest.mark.parametrize(
    "arguments",
    [
        ["pay", "--period", "2026-02-30", "--by", "nobody"],
        ["pay", "--by", "nobody"],
        ["pay", "--period", "2026-04-06", "--by", "nobody"],
        ["pay", "--period", "2026-04-06", "--by", "nobody", "--council", "W00000000"],
        ["ledger", "verify", "--council", "W00000000"],
        ["ledger", "export", "--format", "ledger-cli"],
    ],
)
def test_what_cannot_be_done_exits_2_without_a_trace_back(own_database, arguments) -> None:
    done = whatmatters(*arguments, env=own_database.env)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_an_altered_ledger_is_named_and_exits_1(own_database, owner_connection) -> None:
    case = _prepared()
    run_period(case, ANCHOR)
    table = "payments_posting"
    with owner_connection.cursor() as cursor:
        if owner_connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        else:
            cursor.execute(f"DROP TRIGGER append_only_update_{table}")
        cursor.execute(f"UPDATE {table} SET pence = pence * 2 WHERE entry_id = 1")
    done = whatmatters("ledger", "verify", env=own_database.env)
    assert done.returncode == 1
    assert "payments_journalentry id 1, entry 1" in done.stderr
    assert "content_differs" in done.stderr


def test_other_programs_accept_the_export(own_database, tmp_path: Path) -> None:
    case = _prepared()
    contract = a_contract(case, shares=((2, 3), (1, 3)))
    a_plan_agreement(case, contract)
    for n in range(3):
        run_period(case, ANCHOR + timedelta(days=28 * n))
    for name, suffix in (("beancount", "beancount"), ("hledger", "journal")):
        out = tmp_path / f"books.{suffix}"
        done = whatmatters(
            "ledger", "export", "--format", name, "--out", str(out), env=own_database.env
        )
        assert (done.returncode, done.stdout) == (0, "")
        checked = subprocess.run(_checker(name, out), capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout + checked.stderr
        assert out.read_text().count("hash:") == 12


def _checker(name: str, out: Path) -> list[str]:
    if name == "beancount":
        return [str(Path(sys.executable).parent / "bean-check"), str(out)]
    hledger = shutil.which("hledger")
    if hledger is None:
        pytest.skip("needs hledger")
    return [hledger, "check", "--strict", "-f", str(out)]


def test_an_export_holds_no_name(own_database) -> None:
    case = _prepared()
    run_period(case, ANCHOR)
    out = whatmatters("ledger", "export", "--format", "hledger", env=own_database.env).stdout
    assert "Gofal" not in out
    assert "Cyngor" not in out
