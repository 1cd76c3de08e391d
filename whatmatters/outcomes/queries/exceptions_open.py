"""Exceptions that nobody has answered, short enough for a first page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from whatmatters.outcomes.models import ExceptionRaised
from whatmatters.rules.lifecycles import ExceptionState


@dataclass(frozen=True, slots=True)
class OpenException:
    """Whose plan cannot go on as agreed, and since when."""

    person_id: int
    person_name: str
    on: date


def open_exceptions(council_id: int, *, limit: int) -> tuple[OpenException, ...]:
    """The oldest exceptions that wait for the council's answer, in one query."""
    rows: Any = ExceptionRaised.objects.of(council_id).filter(state=ExceptionState.RAISED)
    told = rows.order_by("on", "id").values_list(
        "version__plan__person_id", "version__plan__person__full_name", "on"
    )
    return tuple(OpenException(*row) for row in told[:limit])
