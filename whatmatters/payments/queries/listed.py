"""Runs and statements as their lists show them: narrowed by year, a page at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet, Sum

from whatmatters.payments.models import PaymentRun, Remittance
from whatmatters.payments.queries.run_views import RunFacts
from whatmatters.payments.queries.runs import run_facts
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.periods import Period


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What one run paid to one payee, all payers together; `remittance_id` opens it (pence)."""

    remittance_id: int
    payee_id: int
    period: Period
    paid: int
    carried: int


def run_years(council_id: int) -> tuple[int, ...]:
    """The years in which runs' first days lie, the newest first."""
    found = PaymentRun.objects.of(council_id).dates("period_start", "year", order="DESC")
    return tuple(day.year for day in found)


def count_runs(
    council_id: int, states: Iterable[RunState], year: int | None, also: Iterable[RunState]
) -> tuple[int, int]:
    """How many runs of a year (None: any) stand in `states`, and of every year in `also`."""
    wanted = Q(state__in=list(states))
    if year is not None:
        wanted &= Q(period_start__year=year)
    told = PaymentRun.objects.of(council_id).aggregate(
        wanted=Count("pk", filter=wanted),
        also=Count("pk", filter=Q(state__in=list(also))),
    )
    return told["wanted"], told["also"]


def listed_runs(
    council_id: int,
    states: Iterable[RunState],
    year: int | None = None,
    *,
    offset: int = 0,
    limit: int,
) -> tuple[RunFacts, ...]:
    """A page of them, newest period and newest proposal first, in one query."""
    rows = _runs(council_id, states, year).select_related("release")
    return tuple(map(run_facts, rows.order_by("-period_start", "-id")[offset : offset + limit]))


def newest_run(council_id: int, state: RunState) -> RunFacts | None:
    """The newest run of a council in a state."""
    return next(iter(listed_runs(council_id, [state], limit=1)), None)


def statement_years(council_id: int, payee_id: int | None = None) -> tuple[int, ...]:
    """The years in which the first days of statements lie, the newest first."""
    rows = _statements(council_id, payee_id, None)
    found = rows.order_by("-run__period_start__year").values_list("run__period_start__year")
    return tuple(year for (year,) in found.distinct())


def payees_of(council_id: int) -> frozenset[int]:
    """Every organisation that has had a statement."""
    rows = Remittance.objects.of(council_id).order_by()
    return frozenset(rows.values_list("payee_id", flat=True).distinct())


def count_statements(council_id: int, payee_id: int | None = None, year: int | None = None) -> int:
    """How many statements there are; of one payee, of one year."""
    rows = _statements(council_id, payee_id, year)
    return rows.values("run_id", "payee_id").distinct().count()


def listed_statements(
    council_id: int,
    payee_id: int | None = None,
    year: int | None = None,
    *,
    offset: int = 0,
    limit: int,
) -> tuple[StatementFacts, ...]:
    """A page of them, the newest period first, in one query."""
    told = _statements(council_id, payee_id, year).values(
        "payee_id", starts=F("run__period_start"), ends=F("run__period_end"), of_run=F("run_id")
    )
    sums = told.annotate(first=Min("id"), all_paid=Sum("paid"), all_carried=Sum("carried"))
    return tuple(
        StatementFacts(
            row["first"],
            row["payee_id"],
            Period(row["starts"], row["ends"]),
            row["all_paid"],
            row["all_carried"],
        )
        for row in sums.order_by("-starts", "first")[offset : offset + limit]
    )


def _runs(council_id: int, states: Iterable[RunState], year: int | None) -> "QuerySet[PaymentRun]":
    rows: QuerySet[PaymentRun] = PaymentRun.objects.of(council_id).filter(state__in=list(states))
    return rows if year is None else rows.filter(period_start__year=year)


def _statements(council_id: int, payee_id: int | None, year: int | None) -> "QuerySet[Remittance]":
    wanted: dict[str, Any] = {"payee_id": payee_id, "run__period_start__year": year}
    rows: QuerySet[Remittance] = Remittance.objects.of(council_id).order_by()
    return rows.filter(**{key: value for key, value in wanted.items() if value is not None})
