"""What a row that starts and ends says of itself."""

from datetime import date, datetime
from typing import Protocol

from whatmatters.access.queries import Actor
from whatmatters.rules.refusals import Refusal


class Span(Protocol):
    """Somebody for somebody from a day to a day."""

    @property
    def person_id(self) -> int:
        """The person it is about."""

    @property
    def user_id(self) -> int:
        """Who it is."""

    @property
    def starts(self) -> date:
        """The first day."""

    @property
    def ends(self) -> date | None:
        """The last day, included; None until ended."""


class EndsBeforeItStarts(Refusal):
    """The last day lies before the first: EndsBeforeItStarts(starts=, ends=)."""

    code = "ends_before_it_starts"


def span_columns(by: Actor, at: datetime, given: Span) -> dict[str, object]:
    """The columns that every such row has. Raises EndsBeforeItStarts."""
    check_days(given.starts, given.ends)
    return {
        "council_id": by.council_id,
        "by_id": by.user_id,
        "at": at,
        "person_id": given.person_id,
        "user_id": given.user_id,
        "starts": given.starts,
        "ends": given.ends,
    }


def check_days(starts: date, ends: date | None) -> None:
    """Refuse an end before the start."""
    if ends is not None and ends < starts:
        raise EndsBeforeItStarts(starts=starts, ends=ends)
