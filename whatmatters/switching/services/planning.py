"""One person's transition plan is written, in a newer version; or she stays, with the reason."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from whatmatters.access.queries import Actor, may
from whatmatters.access.services import audit
from whatmatters.records.locks import SWITCHES, lock_council
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.switching import (
    LONGEST,
    Charge,
)
from whatmatters.rules.words import words, words_or_none
from whatmatters.switching.models import Transition, TransitionVersion
from whatmatters.switching.queries import TransitionFacts, switches, transitions
from whatmatters.switching.queries.refusals import (
    HoursWrong,
    MovedAlready,
    MovesBeforeSwitch,
    SwitchNotAllowed,
    ToldAhead,
    TransitionChanged,
)

HOURS_IN_A_WEEK = 168
MOST_RATE = 1000  # pounds: more than any hour costs, and less than the column holds


@dataclass(frozen=True, slots=True)
class PlanGiven:
    """What is planned: as the columns of a version. `why` is said where she stays, and only then.

    Hours a week and pounds an hour are said together, for a bundle: at most 168, and 1,000 pounds.
    """

    moves_on: date
    charge: Charge = Charge.NOT_KNOWN
    contact: str = ""
    changes: str = ""
    told_on: date | None = None
    review_on: date | None = None
    weekly_hours: Decimal | None = None
    rate: Decimal | None = None
    staying: bool = False
    why: str = ""


@transaction.atomic
def plan_transition(
    *, by: Actor, at: datetime, transition_id: int, given: PlanGiven, seen: int
) -> int:
    """Write her plan anew; `seen` is the version that was looked at. Its id.

    The same again changes nothing. Raises Absent, SwitchNotAllowed, MovedAlready,
    TransitionChanged, MovesBeforeSwitch, ToldAhead, HoursWrong, or what words refuse.
    """
    lock_council(by.council_id, SWITCHES)
    held = held_transition(by, transition_id)
    today = london_day(at)
    if not may(by, Action.AGREE_BUNDLE, held.person_id, today):
        raise SwitchNotAllowed(action=str(Action.AGREE_BUNDLE))
    if held.moved_from is not None:
        raise MovedAlready(day=held.moved_from)
    columns = _columns(by, held, given, today)
    if all(getattr(held, key) == value for key, value in columns.items()):
        return transition_id
    if held.number != seen:
        raise TransitionChanged(number=held.number)
    TransitionVersion.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        transition_id=transition_id,
        number=seen + 1,
        **columns,
    )
    audit(
        by=by,
        at=at,
        action="transition.planned",
        subject="transition",
        subject_id=transition_id,
        person_id=held.person_id,
    )
    return transition_id


def held_transition(by: Actor, transition_id: int) -> TransitionFacts:
    """One plan of the council as it stands. Raises Absent."""
    row = Transition.objects.of(by.council_id).filter(pk=transition_id).first()
    mine = transitions(by.council_id, person_ids=[row.person_id]) if row else ()
    for one in mine:
        if one.id == transition_id:
            return one
    raise Absent(what="transition", id=transition_id)


def _columns(by: Actor, held: TransitionFacts, given: PlanGiven, today: date) -> dict[str, object]:
    (switch,) = switches(by.council_id, ids=[held.switch_id])
    if given.moves_on < switch.day:
        raise MovesBeforeSwitch(day=switch.day, field="moves_on")
    if given.told_on is not None and given.told_on > today:
        raise ToldAhead(field="told_on")
    _check_hours(given)
    told = asdict(given)
    told["contact"] = words_or_none("contact", given.contact, longest=LONGEST)
    told["changes"] = words_or_none("changes", given.changes, longest=LONGEST)
    told["why"] = words("why", given.why, longest=LONGEST) if given.staying else ""
    return told


def _check_hours(given: PlanGiven) -> None:
    numbers = (given.weekly_hours, given.rate)
    said = [one for one in numbers if one is not None]
    wrong = any(not one.is_finite() or one < 0 for one in said)
    wrong = wrong or (given.weekly_hours or 0) > HOURS_IN_A_WEEK or (given.rate or 0) > MOST_RATE
    if wrong or len(said) not in (0, len(numbers)):
        raise HoursWrong(field="weekly_hours")
