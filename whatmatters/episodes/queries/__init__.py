"""Questions about short-term episodes."""

from whatmatters.episodes.queries.episodes import (
    EpisodeFacts,
    EpisodeTerms,
    episode_facts,
    episode_terms,
    episodes_of_person,
    extension_of,
)
from whatmatters.episodes.queries.evidence import EpisodeSeen, episodes_changed, episodes_seen
from whatmatters.episodes.queries.readings import ReadingTold, readings_of

__all__ = [
    "EpisodeFacts",
    "EpisodeSeen",
    "EpisodeTerms",
    "ReadingTold",
    "episode_facts",
    "episode_terms",
    "episodes_changed",
    "episodes_of_person",
    "episodes_seen",
    "extension_of",
    "readings_of",
]
