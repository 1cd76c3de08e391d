"""What is happening with a person: what outcomes and delivery know of it, as one list."""

from collections.abc import Set
from dataclasses import dataclass

from whatmatters.access.queries import Sight
from whatmatters.delivery.queries.timeline import Happening
from whatmatters.delivery.queries.timeline import timeline as delivered
from whatmatters.outcomes.queries.shown_words import is_shown
from whatmatters.outcomes.queries.timeline import TimelineItem, timeline
from whatmatters.trust.queries import Kept

Happened = TimelineItem | Happening
MOST = 30  # on one page
LAST_PAGE = 400


@dataclass(frozen=True, slots=True)
class HappenedPage:
    """A page of what happened, the newest first; `earlier`: there is a page after it."""

    items: tuple[Happened, ...] = ()
    page: int = 1
    earlier: bool = False


def happened(
    council_id: int, sight: Sight, version_ids: Set[int], hidden: Kept, *, page: int = 1
) -> HappenedPage:
    """One page. A provider's reader sees of plans only its own, and no packages.

    What a reader may not see is left out of its page after it was cut, so that nothing falls
    between two pages.
    """
    page = min(page, LAST_PAGE)
    end, person_id = page * MOST, sight.person_id
    found: list[Happened] = [
        *timeline(council_id, person_id, limit=end + 1),
        *delivered(council_id, person_id, limit=end + 1),
    ]
    found.sort(key=lambda item: (item.on, item.at), reverse=True)
    items = [
        item
        for item in found[end - MOST : end]
        if isinstance(item, Happening) or is_shown(item, sight, hidden)
    ]
    if sight.provider_id is not None:
        items = [item for item in items if _of_the_provider(item, version_ids)]
    return HappenedPage(tuple(items), page, len(found) > end)


def _of_the_provider(item: Happened, version_ids: Set[int]) -> bool:
    if item.subject == "plan":
        return item.subject_id in version_ids
    return item.subject not in ("package", "judgement")
