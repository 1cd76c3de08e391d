"""What blocks a design: its kinds, in whose hands it is, and whether it stands on a day.

it begins 1 April; asked; answered on 2 June: "gone from 1 July"
31 March: to come   |   1 April to 30 June: stands   |   from 1 July: over
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONGEST = 2000
LONGEST_NAME = 200
LONGEST_LINK = 500


class LimitKind(StrEnum):
    """What it is."""

    NATIONAL_CHARGING = "national_charging"
    BOARD_POLICY = "board_policy"
    BOARD_CAPACITY = "board_capacity"
    OTHER = "other"


class Hands(StrEnum):
    """Who can change it: the nation, an organisation of the register, or somebody in words."""

    NATION = "nation"
    BODY = "body"
    OTHER = "other"


class Known(StrEnum):
    """How it is known: it is written somewhere, or somebody told it."""

    WRITTEN = "written"
    TOLD = "told"


class Effect(StrEnum):
    """What follows from an answer."""

    STANDS = "stands"
    EASED = "eased"
    GONE = "gone"


class State(StrEnum):
    """How it stands on a day."""

    TO_COME = "to_come"
    STANDS = "stands"
    EASED = "eased"
    OVER = "over"


# A board's policy is a board's to change; a charging rule is the nation's, or whoever's makes it.
HANDS_OF: Mapping[LimitKind, frozenset[Hands]] = {
    LimitKind.NATIONAL_CHARGING: frozenset({Hands.NATION, Hands.OTHER}),
    LimitKind.BOARD_POLICY: frozenset({Hands.BODY, Hands.OTHER}),
    LimitKind.BOARD_CAPACITY: frozenset({Hands.BODY, Hands.OTHER}),
    LimitKind.OTHER: frozenset(Hands),
}
OF_A_BOARD = frozenset({LimitKind.BOARD_POLICY, LimitKind.BOARD_CAPACITY})
# An answer that changes something says from which day.
FROM_A_DAY = frozenset({Effect.EASED, Effect.GONE})
IN_THE_WAY = frozenset({State.STANDS, State.EASED})


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: on which day, what follows, and since when; of the same day the last holds."""

    on: date
    effect: Effect
    since: date | None = None


def state_on(on: date, starts: date, ends: date | None, answers: Iterable[Answered]) -> State:
    """How it stands on a day. The newest answer counts; until its own day, the one before it."""
    if starts > on:
        return State.TO_COME
    if ends is not None and ends < on:
        return State.OVER
    for one in sorted(answers, key=lambda answer: answer.on)[::-1]:
        if one.on > on:
            continue
        if one.since is None:
            return State.STANDS
        if one.since <= on:
            return State.OVER if one.effect is Effect.GONE else State.EASED
    return State.STANDS
