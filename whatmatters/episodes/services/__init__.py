"""Verbs of short-term episodes: open, extend once, end, tell the end anew, read, strike out."""

from whatmatters.episodes.services.ending import end_episode, end_episodes_of, tell_state
from whatmatters.episodes.services.extending import extend_episode
from whatmatters.episodes.services.opening import EpisodeGiven, open_episode
from whatmatters.episodes.services.reading import ReadingGiven, strike_reading, take_reading

__all__ = [
    "EpisodeGiven",
    "ReadingGiven",
    "end_episode",
    "end_episodes_of",
    "extend_episode",
    "open_episode",
    "strike_reading",
    "take_reading",
    "tell_state",
]
