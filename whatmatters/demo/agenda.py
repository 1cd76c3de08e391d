"""What is still to happen, by day: each happening is one kind, for one person, with its details."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that will happen to one person (by her number) on a day."""

    kind: str
    number: int
    details: Mapping[str, Any] = field(default_factory=dict)


class Agenda:
    """Happenings by day, taken out in the order in which they were put in."""

    def __init__(self) -> None:
        self._days: defaultdict[date, list[Happening]] = defaultdict(list)

    def put(self, on: date, kind: str, number: int, **details: Any) -> None:
        """Add one happening."""
        self._days[on].append(Happening(kind, number, details))

    def later(self, day: date, days: int, kind: str, number: int, **details: Any) -> None:
        """Add one happening some days after a day (never the same day, so that a day ends)."""
        self.put(day + timedelta(days=max(1, days)), kind, number, **details)

    def take(self, on: date, kind: str) -> list[Happening]:
        """All of one kind on a day; they are no longer on the agenda."""
        due = [h for h in self._days[on] if h.kind == kind]
        self._days[on] = [h for h in self._days[on] if h.kind != kind]
        return due

    def left(self, on: date) -> list[str]:
        """Kinds that nobody took on a day: must be empty when the day is over."""
        return [h.kind for h in self._days.pop(on, [])]
