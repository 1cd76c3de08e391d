"""Rows of short-term episodes."""

from whatmatters.episodes.models.episodes import EndStateTold, Episode, Extension
from whatmatters.episodes.models.readings import Reading

__all__ = ["EndStateTold", "Episode", "Extension", "Reading"]
