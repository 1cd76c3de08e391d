"""What blocks a design: written, asked about, answered, once put right. All of it is invented.

No real government or board is said to have a limit that was made up: what stands here is in the
hands of the demonstration's own health board, or of a ministry that is nowhere, and says so.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from whatmatters.demo.calendar import moment
from whatmatters.demo.world import World
from whatmatters.limits.services import (
    AnswerGiven,
    LimitGiven,
    QueryGiven,
    ask_query,
    correct_limit,
    keep_limit,
    tell_query,
)
from whatmatters.rules.limits import Effect, Hands, Known, LimitKind

INVENTED = "Invented for the demonstration. "
MINISTRY = "A ministry that is nowhere (invented)"
RULE, POLICY, NURSES = "rule", "policy", "nurses"
YEAR = timedelta(days=364)


def entries(world: World) -> Mapping[str, LimitGiven]:
    """The three that are written in the second week."""
    start = world.calendar.start
    board = {"hands": Hands.BODY, "body_id": world.health_board_id}
    return {
        RULE: LimitGiven(
            kind=LimitKind.NATIONAL_CHARGING,
            hands=Hands.OTHER,
            holder=MINISTRY,
            blocks=INVENTED + "A charge may count only hours that were planned for that week, so "
            "hours that somebody saves for a later week cannot be charged when they are used.",
            known=Known.WRITTEN,
            written_in="Charging circular 7, paragraph 12 (invented)",
            written_on=start - YEAR,
            starts=start - YEAR,
            ways=("bundled_hours", "individual_service_fund"),
        ),
        POLICY: LimitGiven(
            kind=LimitKind.BOARD_POLICY,
            blocks=INVENTED + "The board’s nurses answer to a nurse alone, so a neighbourhood team "
            "cannot plan their day together with its own.",
            known=Known.TOLD,
            written_in="The board’s lead for community nursing (invented)",
            written_on=start,
            starts=start,
            ways=("patch_block", "shift_split"),
            **board,  # type: ignore[arg-type]
        ),
        NURSES: LimitGiven(
            kind=LimitKind.BOARD_CAPACITY,
            blocks=INVENTED + "Two nurses can hand over tasks to home-care teams; there are more "
            "patches than two.",
            known=Known.TOLD,
            written_in="The board’s joint planning meeting (invented)",
            written_on=start,
            starts=start,
            ends=start + YEAR,
            **board,  # type: ignore[arg-type]
        ),
    }


def day_of_limits(world: World, day: date) -> None:
    """What is due on this day of the demonstration."""
    due = DAYS.get((day - world.calendar.start).days)
    if due is not None:
        due(world, day)


def _write(world: World, day: date) -> None:
    for key, given in entries(world).items():
        world.limits[key] = keep_limit(by=world.commissioner, at=moment(day, 10), given=given)
        world.saw("limit", 1)


def _ask(world: World, day: date) -> None:
    for key, query in _queries(day).items():
        by, at = world.commissioner, moment(day, 11)
        ask_query(by=by, at=at, limit_id=world.limits[key], given=query)
        world.saw("limit_asked", 1)


def _queries(day: date) -> Mapping[str, QueryGiven]:
    """Both that were sent on a day."""
    asked = "May a saved hour be charged in the week in which it is used?"
    nurses = "May a nurse and a team plan a day together, while the nurse answers to you?"
    return {
        RULE: QueryGiven(MINISTRY, day, asked),
        POLICY: QueryGiven("The board’s director of nursing (invented)", day, nurses),
    }


def _answers(world: World, day: date) -> None:
    """The board eases its policy from the next month on; the ministry changes nothing."""
    asked = _queries(day - timedelta(days=ANSWERED - ASKED))
    eased = AnswerGiven(
        day, "Yes, where both have agreed how.", Effect.EASED, day + timedelta(days=28)
    )
    stands = AnswerGiven(day, "Not before the rules are written anew.", Effect.STANDS)
    for key, answer in {RULE: stands, POLICY: eased}.items():
        tell_query(
            by=world.commissioner,
            at=moment(day, 12),
            limit_id=world.limits[key],
            query=1,
            given=replace(asked[key], answer=answer),
            seen=1,
        )
        world.saw("limit_answered", 1)


def _put_right(world: World, day: date) -> None:
    """There are three nurses, and not two."""
    told = "Three nurses can hand over tasks to home-care teams; there are more patches than three."
    correct_limit(
        by=world.commissioner,
        at=moment(day, 10),
        limit_id=world.limits[NURSES],
        given=replace(entries(world)[NURSES], blocks=INVENTED + told),
        seen=1,
        why="A third nurse had been left out.",
    )
    world.saw("limit_put_right", 1)


WRITTEN, ASKED, ANSWERED, RIGHT = 7, 14, 70, 84
DAYS: Mapping[int, Callable[[World, date], None]] = {
    WRITTEN: _write,
    ASKED: _ask,
    ANSWERED: _answers,
    RIGHT: _put_right,
}
