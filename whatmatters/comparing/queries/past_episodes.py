"""Short-term support that is over, as a price can be tried on it, and what was paid for it."""

from datetime import date

from whatmatters.episodes.queries import episode_facts, episodes_seen
from whatmatters.payments.queries.lines import lines_of_sources
from whatmatters.rules.comparing.episodes_tried import MODEL, Past
from whatmatters.rules.episodes import Stands

SOURCE = "episode"
__all__ = ["MODEL", "paid_for", "past_episodes"]


def past_episodes(council_id: int, on: date) -> dict[int, Past]:
    """Those that began and whose end was told, by number; in five queries."""
    held = [one for one in episode_facts(council_id) if one.stands(on) is Stands.OVER]
    seen = episodes_seen([one.id for one in held], on)
    found = {}
    for one in held:
        told = seen[one.id]
        if one.ends is not None and told.state is not None:
            followed = told.followed_up_on is not None
            found[one.id] = Past(one.starts, one.ends, told.extended, told.state, followed)
    return found


def paid_for(council_id: int, episodes: list[int]) -> int:
    """Pence that runs have paid for these episodes until now."""
    if not episodes:
        return 0
    return sum(line.pence for line in lines_of_sources(council_id, SOURCE, episodes))
