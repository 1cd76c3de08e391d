"""What follows where a worker leaves a team: whoever keeps something of later days is told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.access.queries import Actor


@dataclass(frozen=True, slots=True)
class Left:
    """Who left which team, and the last day in it."""

    worker_id: int
    team_id: int
    last: date


Follows = Callable[[Actor, datetime, Left], None]
_follows: dict[str, Follows] = {}


def register_leaving(key: str, follows: Follows) -> None:
    """Say what follows, in the same transaction; called in `AppConfig.ready`."""
    _follows[key] = follows


def tell_left(by: Actor, at: datetime, left: Left) -> None:
    """Let everything follow."""
    for follows in _follows.values():
        follows(by, at, left)
