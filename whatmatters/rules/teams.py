"""Kinds of team."""

from enum import StrEnum


class TeamKind(StrEnum):
    """Whose team it is."""

    PROVIDER = "provider"
    NEIGHBOURHOOD = "neighbourhood"
