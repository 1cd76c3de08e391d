"""Moving a cohort to another way of paying: what stands in one person's way, and how she stands.

told in time, yes said, hours agreed, bank empty  -> ready
told on 1 June, 28 days' notice, moves on 22 June -> the notice is too short: told, not ready
Nothing here moves anybody. Source: requirements R-CW-01, R-LE-12, R-TN-02.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from whatmatters.rules.periods import ONE_DAY


class WayFrom(StrEnum):
    """Ways of paying that people may be moved from together."""

    TIME_AND_TASK = "time_and_task"
    BUNDLED_HOURS = "bundled_hours"
    OUTCOME_PAYMENTS = "outcome_payments"


class WayTo(StrEnum):
    """And to. A fund or a direct payment is hers alone to choose: nobody is moved to one so. What
    begins with a plan pays from the plan's first day, whoever is moved: not to one of those either.
    """

    BUNDLED_HOURS = "bundled_hours"


class Charge(StrEnum):
    """What becomes of what she is charged."""

    NOT_KNOWN = "not_known"
    NOTHING = "nothing"
    STAYS = "stays"
    CHANGES = "changes"


class HerWord(StrEnum):
    """What she, or who decides for her, said to it."""

    WANTS = "wants"
    DOES_NOT = "does_not"


class Stand(StrEnum):
    """How one person stands in a switch."""

    DRAFT = "draft"
    TOLD = "told"
    READY = "ready"
    MOVED = "moved"
    STAYING = "staying"


class Obstacle(StrEnum):
    """What stands in the way of moving one person, in the order in which it is shown."""

    DIED = "died"
    NOTHING_RUNS = "nothing_runs"
    NEW_RUNS = "new_runs"
    CONTRACT_NOT_IN_FORCE = "contract_not_in_force"
    SHE_DOES_NOT_WANT = "she_does_not_want"
    NO_CONTACT = "no_contact"
    CHARGE_NOT_SAID = "charge_not_said"
    NOT_TOLD = "not_told"
    NOTICE_TOO_SHORT = "notice_too_short"
    HER_YES_MISSING = "her_yes_missing"
    HOURS_NOT_AGREED = "hours_not_agreed"
    PLAN_RUNS_ON = "plan_runs_on"
    TOLD_OTHERWISE = "told_otherwise"
    DAY_IS_PAST = "day_is_past"
    HOURS_STILL_SAVED = "hours_still_saved"
    BANK_NOT_EMPTY = "bank_not_empty"
    FUND_OPEN = "fund_open"
    EPISODE_RUNS = "episode_runs"
    DIRECT_PAYMENT = "direct_payment"
    EXCEPTION_WAITS = "exception_waits"


class Doer(StrEnum):
    """Who clears an obstacle away."""

    COMMISSIONER = "commissioner"
    SOCIAL_WORKER = "social_worker"
    ALL_THREE = "all_three"
    PERSON = "person"
    FINANCE = "finance"


Way = Obstacle
By = Doer
LONGEST = 2000
LONGEST_NOTICE = 366
# Nobody clears away what is not to be cleared: she stays, and the commissioner writes why.
DOERS = {
    **dict.fromkeys(
        (Way.DIED, Way.NOTHING_RUNS, Way.NEW_RUNS, Way.CONTRACT_NOT_IN_FORCE), By.COMMISSIONER
    ),
    **dict.fromkeys(
        (Way.SHE_DOES_NOT_WANT, Way.DIRECT_PAYMENT, Way.EXCEPTION_WAITS), By.COMMISSIONER
    ),
    **dict.fromkeys((Way.DAY_IS_PAST, Way.HOURS_STILL_SAVED), By.COMMISSIONER),
    **dict.fromkeys((Way.NO_CONTACT, Way.NOT_TOLD, Way.NOTICE_TOO_SHORT), By.SOCIAL_WORKER),
    **dict.fromkeys((Way.HOURS_NOT_AGREED, Way.EPISODE_RUNS), By.SOCIAL_WORKER),
    Way.TOLD_OTHERWISE: By.SOCIAL_WORKER,
    **dict.fromkeys((Way.HER_YES_MISSING, Way.BANK_NOT_EMPTY), By.PERSON),
    Way.PLAN_RUNS_ON: By.ALL_THREE,
    **dict.fromkeys((Way.CHARGE_NOT_SAID, Way.FUND_OPEN), By.FINANCE),
}
BEFORE_NOTICE = frozenset({Way.NO_CONTACT, Way.CHARGE_NOT_SAID, Way.NOT_TOLD, Way.NOTICE_TOO_SHORT})


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one person. `moves_on`: the first day that the new way pays.

    `plan_ends`: the last day of the plan that she is paid by, where she moves from one;
    `bank_minutes`: what her bank holds; `new_runs`: the new contract pays for her on that day
    already; `otherwise`: under the old contract something else begins later, or an end is told for
    a later day; `bundle`: hours are saved in the old way. The rest is whether it is so.
    """

    today: date
    moves_on: date
    notice: timedelta
    told_on: date | None = None
    word: HerWord | None = None
    charge: Charge = Charge.NOT_KNOWN
    contact: bool = False
    hours: bool = False
    plan_ends: date | None = None
    runs: bool = True
    new_runs: bool = False
    in_force: bool = True
    died: bool = False
    bank_minutes: int | None = None
    fund_open: bool = False
    episode: bool = False
    direct: bool = False
    exception: bool = False
    otherwise: bool = False
    bundle: bool = False


def obstacles(one: Standing) -> tuple[Obstacle, ...]:
    """What stands in the way, in the order of `Obstacle`; () means that she may be moved."""
    found = _of_the_plan(one) | _of_what_runs(one)
    return tuple(obstacle for obstacle in Obstacle if found[obstacle])


def _of_the_plan(one: Standing) -> dict[Obstacle, bool]:
    """What is not there yet, and what she says to it."""
    return {
        Way.DIED: one.died,
        Way.NOTHING_RUNS: not one.runs,
        Way.NEW_RUNS: one.new_runs,
        Way.CONTRACT_NOT_IN_FORCE: not one.in_force,
        Way.SHE_DOES_NOT_WANT: one.word is HerWord.DOES_NOT,
        Way.NO_CONTACT: not one.contact,
        Way.CHARGE_NOT_SAID: one.charge is Charge.NOT_KNOWN,
        Way.NOT_TOLD: one.told_on is None,
        Way.NOTICE_TOO_SHORT: one.told_on is not None and one.told_on + one.notice > one.moves_on,
        Way.HER_YES_MISSING: one.word is None,
        Way.HOURS_NOT_AGREED: not one.hours,
    }


def _of_what_runs(one: Standing) -> dict[Obstacle, bool]:
    """What is paid now, and what would be lost or paid beside it."""
    return {
        Way.PLAN_RUNS_ON: one.plan_ends is not None and one.plan_ends >= one.moves_on,
        Way.BANK_NOT_EMPTY: bool(one.bank_minutes),
        Way.FUND_OPEN: one.fund_open,
        Way.EPISODE_RUNS: one.episode,
        Way.DIRECT_PAYMENT: one.direct,
        Way.EXCEPTION_WAITS: one.exception,
        Way.TOLD_OTHERWISE: one.otherwise,
        # What was done in the old way since would be taken back.
        Way.DAY_IS_PAST: one.today > one.moves_on,
        # An hour saved after the move would run out with the bundle.
        Way.HOURS_STILL_SAVED: one.bundle and one.today < one.moves_on - ONE_DAY,
    }


def due_by(obstacle: Obstacle, moves_on: date, notice: timedelta) -> date:
    """By which day it is to be cleared away: what she is told of in time, or the move itself."""
    return moves_on - notice if obstacle in BEFORE_NOTICE else moves_on - ONE_DAY


def stand(
    found: tuple[Obstacle, ...], *, told: bool, moved: bool = False, staying: bool = False
) -> Stand:
    """How she stands: what was done comes before what was decided, and that before what is due."""
    if moved:
        return Stand.MOVED
    if staying:
        return Stand.STAYING
    if not found:
        return Stand.READY
    return Stand.TOLD if told else Stand.DRAFT
