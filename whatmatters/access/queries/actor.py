"""Whoever acts."""

from dataclasses import dataclass

from whatmatters.rules.roles import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever does something: read at the edge, passed down as `by`."""

    user_id: int
    council_id: int
    name: str
    organisation_id: int | None
    roles: frozenset[Role]
    language: str = "en-gb"
