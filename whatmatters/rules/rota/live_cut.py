"""Who is still at work when a day is planned from nothing after something happened on it."""

from collections.abc import Iterable
from dataclasses import replace

from whatmatters.rules.rota.day_file import DayShift
from whatmatters.rules.rota.live_events import Event, What


def still_at_work(shifts: Iterable[DayShift], events: Iterable[Event]) -> tuple[DayShift, ...]:
    """Shifts up to when their worker went, or stays with somebody to the end; none that are empty.

    `events` name a worker by w, and a shift by s, and the number of the row.
    """
    found = tuple(shifts)
    for event in events:
        found = tuple(_cut(shift, event) for shift in found)
    return tuple(shift for shift in found if shift.starts < shift.ends)


def _cut(shift: DayShift, event: Event) -> DayShift:
    worker = f"w{shift.worker_id}"
    if event.what is What.GONE and event.ends(worker, f"s{shift.id}"):
        return replace(shift, ends=min(shift.ends, int(event.since)))
    here = shift.starts <= event.at < shift.ends
    stays = event.what is What.STAYING and event.worker == worker
    if stays and event.time is None and here:
        return replace(shift, ends=int(event.at))
    return shift
