"""Episodes and readings as they stand on a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.episodes.queries import EpisodeFacts, ReadingTold
from whatmatters.episodes.web.words import KINDS, STANDS, STATES, instrument_names
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.days import london_day
from whatmatters.rules.episodes import Stands


@dataclass(frozen=True, slots=True)
class EpisodeRow:
    """One episode in a list; `who` is the provider, or the person where all are one provider's."""

    id: int
    days: str
    who: str
    how: str
    waits: bool


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading; `struck` who struck it out and when."""

    on: date
    kind: str
    instrument: str
    score: int
    by: str
    struck: str


def episode_row(one: EpisodeFacts, who: str, on: date) -> EpisodeRow:
    """One in a list, as it stands on a day."""
    waits = one.stands(on) is Stands.WAITS
    return EpisodeRow(one.id, episode_days(one), who, how_it_stands(one, on), waits)


def episode_days(one: EpisodeFacts) -> str:
    """Its first and its last day: as it was, or as its clock says."""
    told = {"first": day(one.starts), "last": day(one.ends or one.last)}
    if one.ends is not None and one.ends < one.starts:
        return _("Was to begin on %(first)s, and never did") % told
    return _("%(first)s to %(last)s") % told


def how_it_stands(one: EpisodeFacts, on: date) -> str:
    """How it ended, or where it stands."""
    where = one.stands(on)
    if where is Stands.OVER and one.state is not None:
        return str(STATES[one.state])
    return str(STANDS[where])


def reading_rows(readings: Sequence[ReadingTold]) -> list[ReadingRow]:
    """In the order given."""
    users = {one.by_id for one in readings} | {one.struck_by_id or one.by_id for one in readings}
    names, called = user_names(users), instrument_names()
    return [
        ReadingRow(
            one.on,
            str(KINDS[one.kind]),
            called.get(one.key, one.key),
            one.score,
            names[one.by_id],
            _struck(one, names),
        )
        for one in readings
    ]


def _struck(one: ReadingTold, names: dict[int, str]) -> str:
    if one.struck_at is None:
        return ""
    told = {"by": names[one.struck_by_id or one.by_id], "day": day(london_day(one.struck_at))}
    return _("Struck out by %(by)s on %(day)s") % told
