"""What was paid, by model and payee: counts and sums for dashboards."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Sum

from whatmatters.access.queries.among import EVERYBODY, Among
from whatmatters.payments.models import RunLine
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.roles import OrganisationKind


@dataclass(frozen=True, slots=True)
class SpendFigure:
    """What one payee was paid under one model: pence, and for how many agreements.

    `first` is the first day of the runs that paid it, `end` the day after their last.
    """

    payee_id: int
    inside: bool
    model: str
    agreements: int
    pence: int
    first: date
    end: date
    person_id: int | None = None


def spend_figures(
    council_id: int, first: date, last: date, among: Among = EVERYBODY, *, by_person: bool = False
) -> tuple[SpendFigure, ...]:
    """Released runs of periods that began in these days (both included), in one query.

    Held lines are left out: they were not paid. So is what a person's own account pays: it was
    spent when it was paid into it. `by_person`: for the cases behind.
    """
    whom = "agreement__person_id"
    rows: Any = (
        RunLine.objects.of(council_id)
        .filter(
            among.narrow("payee_id", whom),
            run__state=RunState.RELEASED,
            run__period_start__range=(first, last),
            held=False,
        )
        .exclude(payer__kind=OrganisationKind.ACCOUNT)
    )
    keys = ["payee_id", "agreement__model", *([whom] if by_person else [])]
    sums = rows.order_by().values_list(*keys)
    counted = sums.annotate(
        n=Count("agreement_id", distinct=True),
        pence=Sum("pence"),
        first=Min("run__period_start"),
        end=Max("run__period_end"),
    )
    return tuple(
        SpendFigure(who, among.holds(who, None), model, *told[-4:], *told[:-4])
        for who, model, *told in counted
    )
