"""What all bodies together have paid for one person's support, by who pays and who is paid."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, Sum

from whatmatters.payments.models import RunLine
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.roles import OrganisationKind

YEAR = timedelta(weeks=52)


@dataclass(frozen=True, slots=True)
class Spent:
    """Pence of released runs: of periods that ended in the 52 weeks to a day, and ever.

    `from_account`: out of the person's own account, to which somebody paid it before.
    """

    payer_id: int
    kind: OrganisationKind
    payee_id: int
    model: str
    year: int
    ever: int

    @property
    def from_account(self) -> bool:
        """Whether it is already counted as what was paid into the account."""
        return self.kind is OrganisationKind.ACCOUNT


def spent_on(council_id: int, person_id: int, on: date) -> tuple[Spent, ...]:
    """By payer, payee and way of paying, the most first; held lines are not paid (one query)."""
    rows: Any = RunLine.objects.of(council_id).filter(
        agreement__person_id=person_id, run__state=RunState.RELEASED, held=False
    )
    told = rows.values_list("payer_id", "payer__kind", "payee_id", "agreement__model").annotate(
        year=Sum("pence", filter=Q(run__period_end__gt=on - YEAR)), ever=Sum("pence")
    )
    found = [
        Spent(payer, OrganisationKind(kind), payee, model, year or 0, ever)
        for payer, kind, payee, model, year, ever in told.order_by()
    ]
    return tuple(sorted(found, key=lambda one: (-one.ever, one.payer_id, one.payee_id, one.model)))


def together(spent: tuple[Spent, ...]) -> dict[OrganisationKind, tuple[int, int]]:
    """By kind of body what it paid in the year and ever; nothing that is counted already."""
    sums: dict[OrganisationKind, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for one in spent:
        if not one.from_account:
            year, ever = sums[one.kind]
            sums[one.kind] = (year + one.year, ever + one.ever)
    return dict(sums)
