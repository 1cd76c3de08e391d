"""Which periods a council has, which were released, and which comes next."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from whatmatters.commissioning.queries import first_start
from whatmatters.payments.models import Calendar, RunRelease
from whatmatters.rules.days import LONDON
from whatmatters.rules.periods import Period, period_containing, period_from

# A fact may be committed a while after its own `at`, by a slow transaction or a clock that is
# behind. Looking at an agreement once more posts nothing, so the margin can be wide.
MARGIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class LastRelease:
    """The newest released period, and when its facts were gathered."""

    period: Period
    proposed_at: datetime
    run_id: int

    @property
    def facts_since(self) -> datetime:
        """Facts written from this moment on may be unknown to every released run."""
        over = datetime.combine(self.period.end, time(), LONDON)
        return min(self.proposed_at, over) - MARGIN


def calendar(council_id: int) -> date | None:
    """The council's anchor Monday, if it was set."""
    found: date | None = Calendar.objects.of(council_id).values_list("anchor", flat=True).first()
    return found


def last_release(council_id: int, *, before: date | None = None) -> LastRelease | None:
    """The newest released period of a council (that starts before a day)."""
    rows = RunRelease.objects.of(council_id).select_related("run").order_by("-period_start")
    row = (rows.filter(period_start__lt=before) if before else rows).first()
    return LastRelease(period_from(row.period_start), row.run.at, row.run_id) if row else None


def is_released(council_id: int, period: Period) -> bool:
    """Whether a council has released this period."""
    return bool(RunRelease.objects.of(council_id).filter(period_start=period.start).exists())


def first_period(council_id: int) -> Period | None:
    """The first period that was released, or else the one that the first run is expected for.

    No period before it will ever be paid for: runs go on from it. None without a calendar.
    """
    released = RunRelease.objects.of(council_id).order_by("period_start")
    first: date | None = released.values_list("period_start", flat=True).first()
    if first is not None:
        return period_from(first)
    anchor = calendar(council_id)
    return next_period(council_id) or (period_from(anchor) if anchor else None)


def next_period(council_id: int) -> Period | None:
    """The only period that can be run now; None without a calendar or any agreement.

    Before the first release it is the period of the oldest agreement.
    """
    last = last_release(council_id)
    if last is not None:
        return last.period.next()
    anchor, first = calendar(council_id), first_start(council_id)
    return period_containing(first, anchor) if anchor and first else None
