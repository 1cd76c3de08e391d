"""Giving a person somebody of one's own who works with her, and ending it."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from whatmatters.access.queries import Actor, may
from whatmatters.people.models import Assignment
from whatmatters.people.queries.working import may_be_given, own_body, working_with
from whatmatters.people.services.assignments import (
    NewAssignment,
    assign_workers,
    end_assignment,
    stop_assignment,
)
from whatmatters.people.services.owned import hold_person
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.working_with import (
    AlreadyWorksWith,
    EndsSooner,
    NotOfYourOwn,
    NotYourself,
    NotYoursToGive,
    may_end,
)


@transaction.atomic
def give_worker(*, by: Actor, at: datetime, on: date, given: NewAssignment) -> int:
    """Somebody of the actor's own body works with the person from a day; the assignment's id.

    Raises NotYoursToGive, NotYourself, NotOfYourOwn, AlreadyWorksWith, EndsBeforeItStarts.
    """
    _must(by, given.person_id, on)
    if given.user_id == by.user_id:
        raise NotYourself()
    if given.user_id not in may_be_given(by, on):
        raise NotOfYourOwn(field="user")
    hold_person(by.council_id, given.person_id)
    theirs = Assignment.objects.of(by.council_id).filter(
        person_id=given.person_id, user_id=given.user_id
    )
    if theirs.filter(Q(ends__isnull=True) | Q(ends__gte=given.starts)).exists():
        raise AlreadyWorksWith(field="user")
    return assign_workers(by=by, at=at, assignments=[given])[0]


@transaction.atomic
def end_working(
    *, by: Actor, at: datetime, on: date, assignment_id: int, last_day: date | None
) -> int:
    """Somebody works with the person no longer; the assignment's id.

    `last_day` None: from this moment. Raises NotYoursToGive, NotOfYourOwn, EndsBeforeItStarts,
    EndsSooner, and Absent for one that is over.
    """
    row = Assignment.objects.of(by.council_id).filter(pk=assignment_id).first()
    if row is None:
        raise Absent(what="assignment", id=assignment_id)
    _must(by, row.person_id, on)
    held = {one.id: one for one in working_with(by.council_id, row.person_id, on)}
    if assignment_id not in held:
        raise Absent(what="assignment", id=assignment_id)
    if not may_end(by.roles, own_body(by), held[assignment_id].bodies.keys()):
        raise NotOfYourOwn(field="who")
    if last_day is not None and row.ends is not None and last_day > row.ends:
        raise EndsSooner(field="last_day", ends=row.ends)
    if last_day is None:
        stop_assignment(by=by, at=at, assignment_id=assignment_id, on=on)
    else:
        end_assignment(by=by, at=at, assignment_id=assignment_id, on=last_day)
    return assignment_id


def _must(by: Actor, person_id: int, on: date) -> None:
    if not may(by, Action.GIVE_WORKER, person_id, on):
        raise NotYoursToGive()
