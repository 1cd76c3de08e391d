"""Which shifts a team needs in a week: told from a day on, told anew and never edited."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.policy.rota import roster_rules, rota_limits, told_limits
from whatmatters.records.locks import NEEDED_SHIFTS, lock_council
from whatmatters.rota import models as rows
from whatmatters.rota.queries.delivery import bits_of
from whatmatters.rota.queries.needed import needed, newest_needed
from whatmatters.rota.services.at_work import must_plan
from whatmatters.rota.services.version_parts import stamp
from whatmatters.rules.rota.agreed import Skill
from whatmatters.rules.rota.roster.needed_checks import check_needed
from whatmatters.rules.rota.roster.told import Needed
from whatmatters.rules.rota.roster.told_refusals import NoSuchNeed, TooManyWanted


@transaction.atomic
def need_shift(*, by: Actor, at: datetime, on: date, team_id: int, told: Needed) -> int:
    """Tell a shift of the team's week; its number. A number of 0 is a new shift, and nobody wanted
    on it means that it is needed no more.

    Raises DayNotAllowed, NoSuchNeed, TooManyWanted and what `check_needed` refuses.
    """
    must_plan(by, on, team_id)
    lock_council(by.council_id, NEEDED_SHIFTS)
    before, most = needed(by.council_id, team_id), told_limits()
    if told.number and told.number not in newest_needed(before):
        raise NoSuchNeed()
    if not told.number:
        if len(newest_needed(before)) >= most.most_shifts:
            raise TooManyWanted(most=most.most_shifts)
        told = replace(told, number=max((one.number for one in before), default=0) + 1)
    check_needed(told, roster_rules(), rota_limits(), most)
    row = rows.NeededShift.objects.create(
        **stamp(by, at),
        team_id=team_id,
        number=told.number,
        holds_from=told.holds_from,
        days=bits_of(told.days),
        starts=told.starts,
        ends=told.ends,
        break_minutes=told.break_minutes,
        workers=told.workers,
        moving=Skill.MOVING in told.skills,
        medicines=Skill.MEDICINES in told.skills,
        in_welsh=Skill.WELSH in told.skills,
    )
    audit_many(by=by, at=at, events=[Audited("shift.needed", "needed_shift", row.pk)])
    return told.number
