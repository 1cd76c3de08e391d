"""Delivery plans for the walk: one that holds, and one that waits for her answer."""

from dataclasses import replace
from datetime import date, timedelta

from tests.fixtures.case import STARTS, Case, moment
from whatmatters.access.queries import actor_for
from whatmatters.people.models import PersonLink
from whatmatters.rota.models import NeededShift, RosterPlace, WeekRoster
from whatmatters.rota.services import (
    AbilityGiven,
    DeliveryAnswered,
    DeliveryGiven,
    HappenedGiven,
    ShiftGiven,
    answer_delivery,
    make_day_plan,
    need_shift,
    offer_replan,
    say_ability,
    write_delivery,
    write_shift,
)
from whatmatters.rules.outcomes import Party
from whatmatters.rules.rota.agreed import EVERY_DAY, AgreedVisit, QuietFor, QuietTime
from whatmatters.rules.rota.day_file import Mode
from whatmatters.rules.rota.live_events import What
from whatmatters.rules.rota.roster.told import Needed
from whatmatters.teams.queries import members

UP = AgreedVisit(1, EVERY_DAY, 450, 510, 30, 45, "Getting up")
CHAPEL = QuietTime(1, QuietFor.WORSHIP, frozenset({6}), 600, 700)


def agree(case: Case, ids: dict[str, object], on: date) -> None:
    """Adds what addresses of visits and rosters name; needs person_id and team_id."""
    person_id, team_id = int(str(ids["person_id"])), int(str(ids["team_id"]))
    first = DeliveryGiven(person_id, 0, team_id, STARTS, visits=(UP,), quiet=(CHAPEL,))
    holds = _offered(case, on, first)
    link = PersonLink.objects.get(person_id=person_id, kind="self")
    herself = actor_for(link.user_id, council_id=case.council_id, on=on)
    yes = DeliveryAnswered(holds, Party.PERSON, yes=True)
    answer_delivery(by=herself, at=moment(on), on=on, given=yes)
    made = _offered(case, on, replace(first, over=1, visits=(replace(UP, latest=515),)))
    ids |= {"delivery_id": made, "visit_number": 1, "day": on.isoformat()}
    ids["happened_id"] = _gone(case, team_id, on)
    ids["worker_id"] = members([team_id], on)[team_id][0].id
    ids |= _rostered(case, team_id, on)


def _offered(case: Case, on: date, given: DeliveryGiven) -> int:
    """Written and agreed to by her provider's manager."""
    by, at = case.manager, moment(on)
    made = write_delivery(by=by, at=at, on=on, given=given)
    said = DeliveryAnswered(made, Party.PROVIDER, yes=True)
    answer_delivery(by=by, at=at, on=on, given=said)
    return made


def _gone(case: Case, team_id: int, on: date) -> int:
    """Whoever works in the team is at work on two days and is gone on the second; the offer's id.

    An offer of a later day does not grow old while the pages are walked.
    """
    by, at = case.manager, moment(on)
    (worker,) = members([team_id], on)[team_id]
    say_ability(by=by, at=at, on=on, given=AbilityGiven(team_id, worker.id, Mode.CYCLE))
    tomorrow = on + timedelta(days=1)
    for day in (on, tomorrow):
        write_shift(by=by, at=at, on=on, given=ShiftGiven(team_id, worker.id, day, 420, 840))
        make_day_plan(by=by, at=at, on=on, team_id=team_id, day=day)
    given = HappenedGiven(team_id, tomorrow, What.GONE, 0, worker_id=worker.id)
    return offer_replan(by=by, at=at, on=on, given=given)


def _rostered(case: Case, team_id: int, on: date) -> dict[str, object]:
    """A shift that every day needs, and a roster of next week in which nobody has it."""
    by, at, stamp = case.manager, moment(on), {"council_id": case.council_id}
    early = Needed(0, on, EVERY_DAY, 420, 840, 30, 1)
    number = need_shift(by=by, at=at, on=on, team_id=team_id, told=early)
    monday = on + timedelta(days=7 - on.weekday())
    stamp |= {"by_id": by.user_id, "at": at}
    needed = NeededShift.objects.get(team_id=team_id, number=number)
    (worker,) = members([team_id], on)[team_id]
    why = {"needed": needed.pk, "on": monday.isoformat(), "part": 0}
    judged = {
        "tiers": [{"code": "uncovered_turns", "count": 1, "minutes": 390}],
        "proven": ["uncovered_turns"],
        "why": [{**why, "reasons": {"away": [worker.id]}}],
        "aside": {},
    }
    row = WeekRoster.objects.create(**stamp, team_id=team_id, monday=monday, judged=judged)
    RosterPlace.objects.create(**stamp, roster=row, needed=needed, on=monday, part=0)
    return {"need_number": number, "roster_id": row.pk, "week": monday.isoformat()}
