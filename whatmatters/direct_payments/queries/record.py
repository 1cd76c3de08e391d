"""The light record of one direct payment, and the looks at its account."""

from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.direct_payments.models import Look, RecordLine
from whatmatters.rules.direct_payments import OwedFor, RecordKind, Written


@dataclass(frozen=True, slots=True)
class RecordTold:
    """One line, in own words; `struck_at` where it was struck out."""

    id: int
    kind: RecordKind
    on: date
    pence: int
    what: str
    owed_for: OwedFor | None
    outcome_id: int | None
    by_id: int
    at: datetime
    struck_at: datetime | None
    struck_by_id: int | None

    @property
    def counts(self) -> bool:
        """Whether it was not struck out."""
        return self.struck_at is None

    @property
    def written(self) -> Written:
        """Its kind, day and pence."""
        return Written(self.kind, self.on, self.pence)


@dataclass(frozen=True, slots=True)
class LookTold:
    """A look: pence that stood there on a day, and pence owed; `counts`: no newer of that day."""

    on: date
    balance: int
    owed: int
    final: bool
    by_id: int
    counts: bool


def record_of(direct_id: int) -> tuple[RecordTold, ...]:
    """Every line, the oldest day first, those that were struck out too."""
    rows = RecordLine.objects.filter(direct_payment_id=direct_id).order_by("on", "id")
    return tuple(
        RecordTold(
            row.pk,
            RecordKind(row.kind),
            row.on,
            row.pence,
            row.what,
            OwedFor(row.owed_for) if row.owed_for else None,
            row.outcome_id,
            row.by_id,
            row.at,
            row.struck_at,
            row.struck_by_id,
        )
        for row in rows
    )


def looks_of(direct_id: int) -> tuple[LookTold, ...]:
    """Every look, the newest first."""
    rows = list(Look.objects.filter(direct_payment_id=direct_id).order_by("-on", "-id"))
    newest: dict[date, int] = {}
    for row in rows:
        newest.setdefault(row.on, row.pk)
    return tuple(
        LookTold(row.on, row.balance, row.owed, row.final, row.by_id, newest[row.on] == row.pk)
        for row in rows
    )
