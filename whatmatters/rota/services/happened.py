"""What somebody of a team says has happened."""

from dataclasses import dataclass
from datetime import date

from whatmatters.rules.rota.live_events import What


@dataclass(frozen=True, slots=True)
class HappenedGiven:
    """What happened, at `minute` of the clock: `time` is until, or since, when (None: to the end of
    the shift; now), `minutes` how many more a visit takes, or somebody is needed for."""

    team_id: int
    day: date
    what: What
    minute: int
    worker_id: int | None = None
    visit_id: int | None = None
    person_id: int | None = None
    time: int | None = None
    minutes: int | None = None
