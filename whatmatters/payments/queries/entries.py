"""Entries of a council's ledger as pages read them: narrowed, summed, a page at a time."""

import json
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from whatmatters.payments.models import JournalEntry, Posting
from whatmatters.payments.queries.entry_views import BANK, EntryView, Sums
from whatmatters.payments.queries.posted import BETWEEN_PARTIES, EXPENSE
from whatmatters.rules.periods import Period

FIRST = 0  # every entry has one posting that stands first
BETWEEN = Q(account__startswith=BETWEEN_PARTIES[0]) | Q(account__startswith=BETWEEN_PARTIES[1])


@dataclass(frozen=True, slots=True)
class LedgerAsked:
    """What is looked for; None: anything. `period` is the first day of the days posted."""

    payee_id: int | None = None
    person_id: int | None = None
    period: date | None = None
    rule: str | None = None


def count_and_sums(council_id: int, asked: LedgerAsked) -> tuple[int, Sums]:
    """How many entries are like that, and what they come to (one query)."""
    rows = _rows(council_id, asked)
    sides = Posting.objects.of(council_id).filter(entry__in=rows.values("pk"))
    told = sides.aggregate(
        n=Count("pk", filter=Q(position=FIRST)),
        owed=Sum("pence", filter=Q(account__startswith=EXPENSE)),
        paid=Sum("pence", filter=Q(account__startswith=BANK)),
    )
    return told["n"], Sums(told["owed"] or 0, -(told["paid"] or 0))


def entries(
    council_id: int, asked: LedgerAsked, *, offset: int = 0, limit: int
) -> tuple[EntryView, ...]:
    """A part of them, the newest first (two queries)."""
    rows = _rows(council_id, asked).order_by("-seq")[offset : offset + limit]
    return _views(rows)


def entry(council_id: int, entry_id: int) -> EntryView | None:
    """One entry of a council."""
    return next(iter(_views(JournalEntry.objects.of(council_id).filter(pk=entry_id))), None)


def periods_and_rules(council_id: int) -> tuple[tuple[Period, ...], tuple[str, ...]]:
    """What the ledger can be narrowed by: periods, the newest first, and rules (one query)."""
    rows = JournalEntry.objects.of(council_id).order_by()
    found = set(rows.values_list("run__period_start", "run__period_end", "rule").distinct())
    days, rules = {(start, end) for start, end, _rule in found}, {rule for *_days, rule in found}
    return tuple(Period(*one) for one in sorted(days, reverse=True)), tuple(sorted(rules))


def _rows(council_id: int, asked: LedgerAsked) -> "QuerySet[JournalEntry]":
    rows: QuerySet[JournalEntry] = JournalEntry.objects.of(council_id)
    told = {
        "agreement__person_id": asked.person_id,
        "run__period_start": asked.period,
        "rule": asked.rule,
    }
    rows = rows.filter(**{name: value for name, value in told.items() if value is not None})
    if asked.payee_id is None:
        return rows
    sides = Posting.objects.of(council_id).filter(BETWEEN, entry=OuterRef("pk"))
    return rows.filter(Exists(sides.filter(account__endswith=f":org:{asked.payee_id}")))


def _views(rows: "QuerySet[JournalEntry]") -> tuple[EntryView, ...]:
    found = list(rows.select_related("agreement", "run"))
    sides: dict[int, list[tuple[str, int]]] = {}
    of_them = Posting.objects.filter(entry__in=[row.pk for row in found]).order_by("position")
    for entry_id, account, pence in of_them.values_list("entry_id", "account", "pence"):
        sides.setdefault(entry_id, []).append((account, pence))
    return tuple(_view(row, tuple(sides.get(row.pk, ()))) for row in found)


def _view(row: JournalEntry, postings: tuple[tuple[str, int], ...]) -> EntryView:
    return EntryView(
        id=row.pk,
        seq=row.seq,
        at=row.at,
        run_id=row.run_id,
        agreement_id=row.agreement_id,
        person_id=row.agreement.person_id if row.agreement else None,
        posted=Period(row.run.period_start, row.run.period_end),
        corrected=row.period_corrected,
        rule=row.rule,
        subject=row.subject,
        hash=row.hash,
        facts=json.loads(row.facts),
        postings=postings,
    )
