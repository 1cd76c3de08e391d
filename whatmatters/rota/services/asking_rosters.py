"""Asking for a roster of a week: the queue makes it, no page waits for a search."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.rota.models import RosterAsked
from whatmatters.rota.queries.week_records import team_week
from whatmatters.rota.services.at_work import must_plan
from whatmatters.rota.services.version_parts import stamp
from whatmatters.rules.periods import MONDAY
from whatmatters.rules.rota.roster.asked_refusals import (
    NobodyTold,
    NoMonday,
    NothingNeeded,
    WeekHasBegun,
)
from whatmatters.rules.rota.roster.told import needed_on
from whatmatters.rules.rota.roster.week_values import TeamWeek


@transaction.atomic
def ask_for_roster(*, by: Actor, at: datetime, on: date, team_id: int, monday: date) -> int:
    """Ask for it; the asking's id.

    Raises DayNotAllowed, NoMonday, WeekHasBegun, NothingNeeded, NobodyTold.
    """
    week_to_roster(by, on, team_id, monday)
    row = RosterAsked.objects.create(**stamp(by, at), team_id=team_id, monday=monday)
    audit_many(by=by, at=at, events=[Audited("roster.asked", "team", team_id)])
    return int(row.pk)


def week_to_roster(by: Actor, on: date, team_id: int, monday: date) -> TeamWeek:
    """The week from records, where it may be rostered. Raises as `ask_for_roster` does."""
    must_plan(by, on, team_id)
    if monday.weekday() != MONDAY:
        raise NoMonday()
    if monday <= on:
        raise WeekHasBegun()
    week = team_week(by.council_id, team_id, monday)
    if not any(needed_on(week.needed, day) for day in week.days()):
        raise NothingNeeded()
    if not week.workers:
        raise NobodyTold()
    return week
