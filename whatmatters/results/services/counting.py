"""What was counted of a measured period; told again it is corrected by a new row."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.records.locks import RESULTS, lock_council
from whatmatters.results.models import ResultCount
from whatmatters.results.queries.counts import Said, one_count
from whatmatters.results.queries.groups import Groups
from whatmatters.results.queries.refusals import (
    CountChanged,
    CountedAlready,
    FigureImpossible,
    MoreThanCounted,
    NotMeasured,
    PeriodNotOver,
)
from whatmatters.results.queries.schemes import SchemeFacts
from whatmatters.results.services.held import held_scheme
from whatmatters.results.services.opening import MOST_PEOPLE
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class CountGiven:
    """Of `people` counted it happened to `events`; `left_out` of the population were not.

    `groups`: the same of each agreed group, which together are the three.
    """

    measured: int
    events: int
    people: int
    left_out: int
    groups: Groups = ()

    @property
    def figures(self) -> tuple[int, int, int, Groups]:
        """What is told, as `Counted` says it."""
        return self.events, self.people, self.left_out, self.groups


def count_of_groups(measured: int, groups: Groups) -> CountGiven:
    """The count that these groups are together."""
    events, people, left_out = (sum(one) for one in zip(*groups, strict=True))
    return CountGiven(measured, events, people, left_out, groups)


@transaction.atomic
def count_result(
    *, by: Actor, at: datetime, contract_id: int, given: CountGiven, seen: int = 0
) -> int:
    """Tell one measured period, or put it right; `seen` is the revision that they had before them,
    0 for none. The same again changes nothing. The contract's id.

    Raises ResultsNotAllowed, Absent, NotMeasured, PeriodNotOver, FigureImpossible,
    MoreThanCounted, CountedAlready, CountChanged.
    """
    lock_council(by.council_id, RESULTS)
    held = held_scheme(by, Action.COUNT_RESULTS, contract_id)
    _check(held, given, at)
    before = one_count(contract_id, given.measured)
    if before is not None and before.count.figures == given.figures:
        return contract_id
    _check_seen(held, given, before, seen)
    ResultCount.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        contract_id=contract_id,
        measured=given.measured,
        revision=seen + 1,
        events=given.events,
        people=given.people,
        left_out=given.left_out,
        groups=[list(one) for one in given.groups],
    )
    audit(by=by, at=at, action="results.counted", subject="contract", subject_id=contract_id)
    return contract_id


def _check(held: SchemeFacts, given: CountGiven, at: datetime) -> None:
    must_be_measured(held, given.measured)
    last = held.measured(given.measured).last_day
    if london_day(at) <= last:
        raise PeriodNotOver(last=last)
    for field, least in (("people", 1), ("events", 0), ("left_out", 0)):
        if not least <= getattr(given, field) <= MOST_PEOPLE:
            raise FigureImpossible(field=field)
    if given.events > given.people:
        raise MoreThanCounted(events=given.events, people=given.people)
    _check_groups(held, given)


def _check_groups(held: SchemeFacts, given: CountGiven) -> None:
    """Each agreed group, and no other, and together all that was counted."""
    if len(given.groups) != len(held.terms.terms.groups):
        raise FigureImpossible(field="groups")
    if not given.groups:
        return
    for events, people, left_out in given.groups:
        if min(events, people, left_out) < 0:
            raise FigureImpossible(field="groups")
        if events > people:
            raise MoreThanCounted(events=events, people=people)
    if count_of_groups(given.measured, given.groups) != given:
        raise FigureImpossible(field="groups")


def must_be_measured(held: SchemeFacts, number: int) -> None:
    """Raises NotMeasured unless the period is one of the contract's, whole."""
    if not held.holds(number):
        raise NotMeasured(measured=number)


def _check_seen(held: SchemeFacts, given: CountGiven, before: Said | None, seen: int) -> None:
    known = before.count.revision if before else 0
    if known and not seen:
        days = held.measured(given.measured)
        raise CountedAlready(first=days.start, last=days.last_day)
    if known != seen:
        raise CountChanged(measured=given.measured)
