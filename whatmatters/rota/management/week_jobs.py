"""Days of many teams planned side by side, each by a process of its own pool.

Teams' days ask nothing of each other: one at a time or many at once, the plans are the same.
"""

import multiprocessing
import os
import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language


@dataclass(frozen=True, slots=True, order=True)
class Job:
    """One team's day, and who asks for it."""

    team_id: int
    day: date
    council_id: int
    user_id: int


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it. `cpu` is seconds of the process that planned it; `refused` says why not."""

    job: Job
    visits: int = 0
    covered: int = 0
    cpu: float = 0.0
    refused: str = ""


def planned(job: Job) -> Done:
    """Plan one day and keep it, in a process that has set itself up."""
    from whatmatters.rota.management.one_day import planned_day

    began = time.process_time()
    visits, covered, refused = planned_day(job.council_id, job.user_id, job.team_id, job.day)
    return Done(job, visits, covered, time.process_time() - began, refused)


def all_planned(
    jobs: Collection[Job],
    processes: int,
    told: Callable[[Done], None],
    ended: Callable[[], None],
) -> list[Done]:
    """Plan all of them; `told` hears of each. Of a process that ends by itself or is killed,
    `ended` hears, and its days are given to others; a day that goes on ending them is given up.

    A day is kept in one transaction: what a process had not kept is planned again from nothing.
    """
    found: dict[Job, Done] = {}
    left, barren = sorted(jobs), 0
    while left and barren <= len(left):
        before = len(found)
        try:
            for done in _in_a_pool(left, processes):
                found[done.job] = done
                told(done)
        except BrokenProcessPool:
            ended()
        barren = barren + 1 if len(found) == before else 0
        left = [job for job in left if job not in found]
        # A day that ends every process that takes it comes last: the others still get theirs.
        left = left[barren:] + left[:barren]
    return [found[job] for job in sorted(found)]


def _in_a_pool(jobs: list[Job], processes: int) -> Iterator[Done]:
    spawned = multiprocessing.get_context("spawn")
    words = (get_language() or "",)
    with ProcessPoolExecutor(processes, spawned, initializer=_set_up, initargs=words) as pool:
        try:
            for one in as_completed(_submitted(pool, jobs)):
                yield one.result()
        except BrokenProcessPool:
            # One that was being begun as another ended is not told, and would be waited for.
            for process in multiprocessing.active_children():
                process.kill()
            raise


def _submitted(pool: ProcessPoolExecutor, jobs: list[Job]) -> "list[Future[Done]]":
    """Raises BrokenProcessPool, also where a process ends while the next one is begun."""
    try:
        return [pool.submit(planned, job) for job in jobs]
    except OSError as closed:
        raise BrokenProcessPool("a process ended while others were begun") from closed


def _set_up(language: str) -> None:
    """Ready a process that has just begun; it says refusals in the language that was asked for."""
    import django
    from django.utils.translation import activate

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "whatmatters.config.settings")
    django.setup()
    activate(language)
