"""Weeks of short-term support for the walk, after every run of it, with a baseline."""

from datetime import timedelta

from tests.fixtures.case import STARTS, Case, Somebody
from tests.fixtures.short import an_episode, read
from whatmatters.rules.episodes import ReadingKind

OPENED = STARTS + timedelta(days=84)


def short_term(case: Case, herself: Somebody, ids: dict[str, object]) -> None:
    """Adds episode_id, of the person that pages are about."""
    ids["episode_id"] = episode = an_episode(case, herself, starts=OPENED, on=OPENED)
    read(case, episode, ReadingKind.BASELINE, OPENED, 12)
