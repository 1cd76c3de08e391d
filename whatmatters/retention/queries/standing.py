"""Who is in support, until when others were, and when each was last written about."""

from collections.abc import Collection
from datetime import date

from whatmatters.commissioning.queries.agreements import agreement_facts
from whatmatters.delivery.queries.packages import packages
from whatmatters.outcomes.queries.block_support import block_support
from whatmatters.records.words import last_written
from whatmatters.rules.days import london_day
from whatmatters.rules.retention import Supported


def standing(council_id: int, as_of: date) -> dict[int, Supported]:
    """How everybody stands about whom words are kept: a constant number of queries.

    An agreement that nobody ended still earns past its last day, so it is support.
    """
    ends = _ends(council_id)
    return {
        person_id: Supported(
            now=any(end is None or end >= as_of for end in ends.get(person_id, ())),
            until=max((end for end in ends.get(person_id, ()) if end), default=None),
            last_seen=london_day(at),
        )
        for person_id, at in last_written(council_id).items()
    }


def _ends(council_id: int) -> dict[int, Collection[date | None]]:
    found: dict[int, set[date | None]] = {}
    for agreement in agreement_facts(council_id, with_terms=False):
        if agreement.person_id is not None:
            found.setdefault(agreement.person_id, set()).add(agreement.ended_on)
    for person_id, ended_on in block_support(council_id):
        found.setdefault(person_id, set()).add(ended_on)
    for package in packages(council_id):
        found.setdefault(package.person_id, set()).add(package.ends)
    return dict(found)
