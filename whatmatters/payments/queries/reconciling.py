"""Whether everything beside the chain says what the ledger says: runs, their lines, remittances.

A chain alone cannot show that its end is missing, nor what was added to it by somebody who can
hash. What a run proposed and what its remittances paid were written apart, so they can.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Sum

from whatmatters.payments.models import (
    JournalEntry,
    PaymentRun,
    Posting,
    Remittance,
    RunLine,
    RunRelease,
)
from whatmatters.payments.queries.posted import BETWEEN_PARTIES
from whatmatters.rules.lifecycles import RunState

ENTRY, POSTING = JournalEntry._meta.db_table, Posting._meta.db_table
RUN, LINE = PaymentRun._meta.db_table, RunLine._meta.db_table
RELEASE, REMITTANCE = RunRelease._meta.db_table, Remittance._meta.db_table


@dataclass(frozen=True, slots=True)
class BadRow:
    """The first row that does not hold, and what is wrong with it (a code)."""

    council_id: int
    seq: int | None
    table: str
    row_id: int
    problem: str


STRAY = f"""
SELECT p.council_id, p.id FROM {POSTING} p LEFT JOIN {ENTRY} e ON e.id = p.entry_id
WHERE (e.id IS NULL OR e.council_id <> p.council_id) AND {{scope}} ORDER BY p.id LIMIT 1
"""
NOT_RELEASED = f"""
SELECT p.council_id, p.run_id FROM {ENTRY} p JOIN {RUN} r ON r.id = p.run_id
LEFT JOIN {RELEASE} x ON x.run_id = p.run_id
WHERE (x.id IS NULL OR r.state <> 'released') AND {{scope}} ORDER BY p.seq LIMIT 1
"""
# What each line of a released run costs a payer, less what was posted for it, is 0.
LINES = f"""
SELECT council_id, MIN(line_id), MIN(entry_id) FROM (
  SELECT p.council_id, p.run_id, p.agreement_id, p.period_corrected, p.rule, p.subject,
    'expense:org:' || p.payer_id AS account, p.pence, p.id AS line_id,
    CAST(NULL AS BIGINT) AS entry_id
  FROM {LINE} p JOIN {RUN} r ON r.id = p.run_id
  WHERE r.state = 'released' AND NOT p.held AND {{scope}}
  UNION ALL
  SELECT e.council_id, e.run_id, e.agreement_id, e.period_corrected, e.rule, e.subject,
    p.account, -p.pence, CAST(NULL AS BIGINT), e.id
  FROM {POSTING} p JOIN {ENTRY} e ON e.id = p.entry_id
  WHERE p.account LIKE 'expense:%%' AND {{scope}}
) told
GROUP BY council_id, run_id, agreement_id, period_corrected, rule, subject, account
HAVING SUM(pence) <> 0 ORDER BY run_id, agreement_id, rule, subject LIMIT 1
"""
# What each remittance says was earned and paid, less what was posted so, is 0.
REMITTANCES = f"""
SELECT council_id, MIN(remittance_id), MIN(entry_id) FROM (
  SELECT p.council_id, p.run_id, 'payable:org:' || p.payer_id || ':org:' || p.payee_id AS account,
    p.earned, p.paid, p.id AS remittance_id, CAST(NULL AS BIGINT) AS entry_id
  FROM {REMITTANCE} p WHERE {{scope}}
  UNION ALL
  SELECT p.council_id, p.run_id, 'bank:org:' || p.payer_id, 0, p.paid, p.id, CAST(NULL AS BIGINT)
  FROM {REMITTANCE} p WHERE {{scope}}
  UNION ALL
  SELECT e.council_id, e.run_id, p.account,
    CASE WHEN e.agreement_id IS NULL THEN 0 ELSE p.pence END,
    CASE WHEN p.account LIKE 'bank:%%' THEN p.pence
      WHEN e.agreement_id IS NULL THEN -p.pence ELSE 0 END,
    CAST(NULL AS BIGINT), e.id
  FROM {POSTING} p JOIN {ENTRY} e ON e.id = p.entry_id
  WHERE (p.account LIKE 'payable:%%' OR p.account LIKE 'bank:%%') AND {{scope}}
) told
GROUP BY council_id, run_id, account HAVING SUM(earned) <> 0 OR SUM(paid) <> 0
ORDER BY run_id, account LIMIT 1
"""


def first_that_differs(council_id: int | None) -> BadRow | None:
    """The first row that disagrees with a ledger whose chain was proved, of one council or all."""
    return next(_differences(council_id), None)


def _differences(council_id: int | None) -> Iterator[BadRow]:
    for council, row_id in _asked(STRAY, council_id):
        yield BadRow(council, None, POSTING, row_id, "stray_posting")
    for council, row_id in _asked(NOT_RELEASED, council_id):
        yield BadRow(council, None, RUN, row_id, "not_released")
    for council, line_id, entry_id in _asked(LINES, council_id):
        yield _between(council, (LINE, line_id), entry_id, "run_and_ledger_differ")
    for council, paid_id, entry_id in _asked(REMITTANCES, council_id):
        yield _between(council, (REMITTANCE, paid_id), entry_id, "remittance_and_ledger_differ")
    yield from _runs(council_id)
    yield from _carried(council_id)


def _between(
    council: int, told: tuple[str, int | None], entry_id: int | None, problem: str
) -> BadRow:
    """The row that tells what the ledger does not; or the entry that no row tells of."""
    table, row_id = told if told[1] is not None else (ENTRY, entry_id)
    return BadRow(council, None, table, row_id or 0, problem)


def _asked(question: str, council_id: int | None) -> list[tuple[Any, ...]]:
    """A question about one council or all; `p` is the table that its scope stands on."""
    scope = "1 = 1" if council_id is None else "p.council_id = %s"
    asked = question.format(scope=scope)
    with connection.cursor() as cursor:
        cursor.execute(asked, [council_id] * asked.count("%s"))
        return list(cursor.fetchall())


def _runs(council_id: int | None) -> Iterator[BadRow]:
    """Released runs whose total is not what the ledger owes by them."""
    runs = PaymentRun.objects.filter(state=RunState.RELEASED)
    sums = Posting.objects.filter(entry__agreement__isnull=False)
    if council_id is not None:
        runs, sums = runs.of(council_id), sums.of(council_id)
    owed: dict[int, int] = {}
    for kind in BETWEEN_PARTIES:
        rows = sums.filter(account__startswith=kind).values_list("entry__run_id")
        for run_id, pence in rows.annotate(Sum("pence")):
            owed[run_id] = owed.get(run_id, 0) - pence
    for run in runs.order_by("period_start"):
        if owed.get(run.pk, 0) != run.total_pence:
            yield BadRow(run.council_id, None, RUN, run.pk, "run_and_ledger_differ")


def _carried(council_id: int | None) -> Iterator[BadRow]:
    """Remittances that bring forward another debit than the one carried before."""
    rows = Remittance.objects.all() if council_id is None else Remittance.objects.of(council_id)
    before: dict[tuple[int, int, int], int] = {}
    for row in rows.order_by("run__period_start", "id"):
        parties = (row.council_id, row.payer_id, row.payee_id)
        if row.brought_forward != before.get(parties, 0):
            problem = "another_debit_brought_forward"
            yield BadRow(row.council_id, None, REMITTANCE, row.pk, problem)
        before[parties] = row.carried
