"""What changed since the run before, in kinds that a finance officer asks about."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.db.models import F, Sum

from whatmatters.payments.models import PaymentRun, RunLine
from whatmatters.payments.services.drafting import Drafted
from whatmatters.rules.commissioning_models import outcome_payments
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.periods import Period


class Kind(StrEnum):
    """Why a line is in this run, or why one of the last run is missing."""

    STARTED = "started"
    CONTINUING = "continuing"
    STOPPED = "stopped"
    OVERDUE = "overdue"
    CORRECTED = "corrected"
    PENALTY = "penalty"
    HELD = "held"
    RETENTION = "retention"


OF_RULE = {
    outcome_payments.PENALTY: Kind.PENALTY,
    outcome_payments.DISSATISFACTION: Kind.PENALTY,
    outcome_payments.RETENTION_RELEASED: Kind.RETENTION,
    outcome_payments.OVERDUE: Kind.OVERDUE,
}


class Changes:
    """Counts lines as they are drafted; `told` is what the run keeps."""

    def __init__(self, council_id: int, period: Period) -> None:
        self.period = period
        runs = PaymentRun.objects.of(council_id).filter(state=RunState.RELEASED)
        self.before = runs.filter(period_start__lt=period.start).order_by("-period_start").first()
        self.paid_before = self._agreements_before()
        self.seen: set[int] = set()
        self.lines = dict.fromkeys(Kind, 0)
        self.pence = dict.fromkeys(Kind, 0)

    def watched(self, drafted: Iterable[Drafted]) -> Iterable[Drafted]:
        """The same lines, counted on their way through."""
        for line in drafted:
            kind = self._kind(line)
            self.lines[kind] += 1
            self.pence[kind] += line.pence
            yield line

    @property
    def total(self) -> int:
        """What the run comes to, held lines left out."""
        return sum(self.pence.values()) - self.pence[Kind.HELD]

    @property
    def count(self) -> int:
        """How many lines, held ones among them."""
        return sum(self.lines.values())

    def told(self) -> dict[str, object]:
        """As the run keeps it. Pence of what stopped are those of the run before, below zero."""
        kinds = [[str(k), self.lines[k], self.pence[k]] for k in Kind if self.lines[k]]
        stopped = self.paid_before - self.seen
        if self.before is not None and stopped:
            kinds.append([str(Kind.STOPPED), len(stopped), -self._pence_before(stopped)])
        return {"previous": self.before and self.before.total_pence, "kinds": kinds}

    def _kind(self, line: Drafted) -> Kind:
        if line.held:
            return Kind.HELD
        if line.key.rule in OF_RULE:
            return OF_RULE[line.key.rule]
        if line.key.period_corrected != self.period.start:
            return Kind.CORRECTED
        self.seen.add(line.key.agreement)
        return Kind.CONTINUING if line.key.agreement in self.paid_before else Kind.STARTED

    def _agreements_before(self) -> set[int]:
        if self.before is None:
            return set()
        return set(self._current_lines().values_list("agreement_id", flat=True))

    def _pence_before(self, agreements: set[int]) -> int:
        rows = self._current_lines().values_list("agreement_id").annotate(Sum("pence"))
        return sum(pence for agreement, pence in rows if agreement in agreements)

    def _current_lines(self) -> Any:
        own = F("run__period_start")
        rows = RunLine.objects.filter(run=self.before, period_corrected=own, held=False)
        return rows.exclude(rule__in=list(OF_RULE))
