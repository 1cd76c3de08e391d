"""What a run reads of a fund: its year, and the balance at which its account was closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from whatmatters.funds.models import Fund, FundClosing
from whatmatters.rules.days import LONDON, london_day


@dataclass(frozen=True, slots=True)
class FundSeen:
    """The first day of its year; pence at its close, whether a next year took some up, the day."""

    year_starts: date
    balance: int | None = None
    carries: bool = False
    closed_on: date | None = None


def funds_seen(fund_ids: Iterable[int], until: date) -> dict[int, FundSeen]:
    """Evidence by fund as of a day, in two queries."""
    rows = Fund.objects.filter(pk__in=set(fund_ids))
    found = {pk: FundSeen(starts) for pk, starts in rows.values_list("pk", "starts")}
    for one in FundClosing.objects.filter(fund_id__in=found):
        day = london_day(one.at)
        if day <= until:  # else it belongs to a later run
            starts = found[one.fund_id].year_starts
            found[one.fund_id] = FundSeen(starts, one.left, one.carries, day)
    return found


def funds_changed(council_id: int, since: datetime, first: date) -> frozenset[int]:
    """Funds that were closed at or after a moment, or on or after a day, if that is earlier.

    A run reads no later day than its period's last: one closed between that day and its release is
    for the next run, although it is not newer than the release.
    """
    day = datetime.combine(first, time(), tzinfo=LONDON)
    rows = FundClosing.objects.of(council_id).filter(at__gte=min(since, day))
    return frozenset(rows.values_list("fund_id", flat=True))
