"""What a run reads of a direct payment: the looks at its account, and no line of its record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.direct_payments.models import Look


@dataclass(frozen=True, slots=True)
class Looked:
    """A look that counts: its day, pence that stood there, pence owed, whether it was the last."""

    on: date
    balance: int
    owed: int
    final: bool


@dataclass(frozen=True, slots=True)
class DirectSeen:
    """The looks that count, by day."""

    looks: tuple[Looked, ...] = ()


def direct_seen(direct_ids: Iterable[int], until: date) -> dict[int, DirectSeen]:
    """Evidence of each as of a day, in one query; the newest look of one day counts."""
    found: dict[int, dict[date, Looked]] = {one: {} for one in direct_ids}
    rows = Look.objects.filter(direct_payment_id__in=found, on__lte=until).order_by("id")
    columns = ("direct_payment_id", "on", "balance", "owed", "final")
    for direct, *told in rows.values_list(*columns):
        look = Looked(*told)
        found[direct][look.on] = look
    return {
        direct: DirectSeen(tuple(looks[on] for on in sorted(looks)))
        for direct, looks in found.items()
    }


def direct_changed(council_id: int, since: datetime) -> frozenset[int]:
    """Those whose account was looked at at or after a moment."""
    rows = Look.objects.of(council_id).filter(at__gte=since)
    return frozenset(rows.values_list("direct_payment_id", flat=True))
