"""What is happening with a person: what outcomes and delivery know of it, as one list."""

from collections.abc import Set

from whatmatters.access.queries import Sight
from whatmatters.delivery.queries.timeline import Happening
from whatmatters.delivery.queries.timeline import timeline as delivered
from whatmatters.outcomes.queries.shown_words import shown_timeline
from whatmatters.outcomes.queries.timeline import TimelineItem
from whatmatters.trust.queries import Kept

Happened = TimelineItem | Happening
MOST = 30


def happened(
    council_id: int, sight: Sight, version_ids: Set[int], hidden: Kept, *, limit: int = MOST
) -> tuple[Happened, ...]:
    """The newest things first. A provider's reader sees of plans only its own, and no packages."""
    found: list[Happened] = [
        *shown_timeline(council_id, sight, hidden, limit=limit),
        *delivered(council_id, sight.person_id, limit=limit),
    ]
    if sight.provider_id is not None:
        found = [item for item in found if _of_the_provider(item, version_ids)]
    return tuple(sorted(found, key=lambda item: (item.on, item.at), reverse=True)[:limit])


def _of_the_provider(item: Happened, version_ids: Set[int]) -> bool:
    if item.subject == "plan":
        return item.subject_id in version_ids
    return item.subject not in ("package", "judgement")
