"""P1: a four-weekly run (proposed and released) against the bare SQL that writes the same rows.

    .venv/bin/python benchmarks/payment_run.py --plans 5000 --rounds 9
    python3 scripts/private_postgres.py .venv/bin/python benchmarks/payment_run.py --plans 100000

CPU is this process and, on PostgreSQL, its backend (`/proc/<pid>/schedstat`). Arms are interleaved
and the median of the rounds is told. The bare arm is INSERT ... SELECT of the rows that the run has
just written, into the same tables with the same indexes, triggers and keys (checked), rolled back:
no arithmetic, no chain, no JSON, no commit. Writes nothing outside a temporary folder.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.db import connection, transaction

from tests.fixtures import databases
from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.money import ANCHOR, a_contract
from whatmatters.commissioning.services import AgreementGiven, sign_many
from whatmatters.payments.queries import verify
from whatmatters.payments.services import propose_run, release_run, set_calendar
from whatmatters.people.models import Person
from whatmatters.records.standing import across_councils

SHIFT = 100_000_000
AT_ONCE = 5000
COPIES = {
    "payments_runline": {"run_id": "%(run)s"},
    "payments_journalentry": {
        "id": f"id + {SHIFT}",
        "seq": f"seq + {SHIFT}",
        "key": "key || '|bare'",
    },
    "payments_posting": {"entry_id": f"entry_id + {SHIFT}"},
    "payments_remittance": {"run_id": "%(run)s"},
}


def cpu() -> float:
    """CPU seconds of this process and of its database backend so far."""
    own = time.process_time()
    if connection.vendor != "postgresql":
        return own
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    backend = int(Path(f"/proc/{pid}/schedstat").read_text().split()[0])
    return own + backend / 1e9


def prepare(plans: int) -> Case:
    """A council with as many people and open agreements, each with a plan of its own."""
    case = a_case()
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    contract = a_contract(case)
    people = Person.objects.bulk_create([_person(case) for _ in range(plans)], batch_size=2000)
    given = [_given(contract, n, person.pk) for n, person in enumerate(people)]
    for start in range(0, plans, AT_ONCE):
        chunk = given[start : start + AT_ONCE]
        sign_many(by=case.social_worker, at=moment(ANCHOR), agreements=chunk)
    return case


def _person(case: Case) -> Person:
    return Person(
        council_id=case.council_id,
        by_id=case.social_worker.user_id,
        at=moment(ANCHOR),
        full_name="x",
        known_as="x",
        born=date(1940, 1, 1),
        language="cy",
        lsoa_id=case.lsoa_id,
        ward_id=case.ward_id,
        postcode="LL55 1AA",
        latitude=Decimal("53.1"),
        longitude=Decimal("-4.2"),
    )


def _given(contract: int, n: int, person: int) -> AgreementGiven:
    plan = [
        {"what": "line:1", "band": "standard", "hours": Decimal(n % 977 + 400) / 4},
        {"what": "line:2", "band": "specialist", "hours": Decimal(n % 89 + 40) / 4},
        {"what": "line:3", "cost": Decimal(n % 311)},
    ]
    starts = ANCHOR + timedelta(days=n % 21)
    ends = starts + timedelta(days=28 * 26)
    return AgreementGiven(contract, person, "plan", n + 1, starts, ends, {"plan": plan})


def pay(case: Case, start: date) -> tuple[int, dict[str, float]]:
    """The product: propose by one, release by another. CPU seconds of each."""
    at = datetime.combine(start + timedelta(days=29), datetime.min.time(), UTC)
    began = cpu()
    run = propose_run(by=case.finance, at=at, period_start=start).run_id
    proposed = cpu()
    release_run(by=case.finance_two, at=at, run_id=run)
    return run, {"propose": proposed - began, "release": cpu() - proposed}


def bare(run: int) -> float:
    """The same rows again by INSERT ... SELECT, every key checked, then rolled back."""
    began = cpu()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO payments_paymentrun (council_id, by_id, at, period_start, period_end, "
            "state, facts_hash, line_count, held_count, total_pence, changes) SELECT council_id, "
            "by_id, at, period_start, period_end, 'discarded', facts_hash, line_count, "
            "held_count, total_pence, changes FROM payments_paymentrun WHERE id = %s",
            [run],
        )
        cursor.execute("SELECT max(id) FROM payments_paymentrun")
        copy = cursor.fetchone()[0]
        for table, changed in COPIES.items():
            _copy(cursor, table, {k: v % {"run": copy} for k, v in changed.items()}, run)
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        spent = cpu() - began
        transaction.set_rollback(True)
    return spent


def _copy(cursor, table: str, changed: dict[str, str], run: int) -> None:
    columns = [c.name for c in connection.introspection.get_table_description(cursor, table)]
    if "id" not in changed:
        columns.remove("id")
    values = ", ".join(
        f"t.{changed.get(c, c)}" if c != "run_id" else changed.get(c, "t.run_id") for c in columns
    )
    source, of_run = f"{table} t", "t.run_id = %s"
    if table == "payments_posting":
        source += " JOIN payments_journalentry e ON e.id = t.entry_id"
        of_run = "e.run_id = %s"
    names = ", ".join(columns)
    cursor.execute(
        f"INSERT INTO {table} ({names}) SELECT {values} FROM {source} WHERE {of_run}", [run]
    )


def main() -> int:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plans", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        template = databases.make_template(Path(folder), "bench")
        with databases.own(template, Path(folder) / "data"), across_councils():
            measure(asked.plans, asked.rounds)
            connection.close()
    return 0


def measure(plans: int, rounds: int) -> None:
    """Interleave the arms; the first run, which looks at every agreement whole, is told apart."""
    case = prepare(plans)
    ratios, product, sql = [], [], []
    for n in range(rounds + 1):
        run, spent = pay(case, ANCHOR + timedelta(days=28 * n))
        base = bare(run)
        whole = sum(spent.values())
        parts = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in spent.items())
        name = f"round {n}" if n else "first run (not counted)"
        print(f"{name}: {parts}, bare {base:.2f} s, ratio {whole / base:.2f}", flush=True)
        if n:
            ratios.append(whole / base)
            product.append(whole)
            sql.append(base)
    began = cpu()
    report = verify()
    proof = cpu() - began
    rows = report.entries + report.postings
    print(f"{connection.vendor}, {plans:,} plans, median of {rounds} rounds, CPU seconds:")
    print(f"  product {statistics.median(product):.2f}, bare {statistics.median(sql):.2f}")
    print(f"  ratio {statistics.median(ratios):.2f}")
    print(f"  proof of {rows:,} rows: {rows / proof:,.0f} rows a second, whole: {report.ok}")


if __name__ == "__main__":
    sys.exit(main())
