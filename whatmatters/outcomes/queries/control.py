"""How far she felt in control, period by period, with who said so and when (R-VG-08)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import F

from whatmatters.access.queries.names import name_column
from whatmatters.outcomes.models import ControlAnswer
from whatmatters.outcomes.queries.results import PERSONS_OWN
from whatmatters.rules.control import Control
from whatmatters.rules.people import Authority


@dataclass(frozen=True, slots=True)
class ControlSaid:
    """One answer. `heard`: she said it to whoever wrote it down."""

    answer_id: int
    provider_id: int | None
    starts: date
    ends: date
    on: date
    answer: Control
    authority: Authority
    heard: bool
    words: str
    by_name: str

    @property
    def is_own(self) -> bool:
        """Whether she gave it herself, with help or without; not through anybody."""
        return not self.heard and self.authority in PERSONS_OWN


def control_answers(council_id: int, person_id: int) -> tuple[ControlSaid, ...]:
    """Every answer about a person, the newest first (one query)."""
    rows = ControlAnswer.objects.of(council_id).filter(person_id=person_id)
    told = rows.annotate(by_name=name_column("by__"), words=F("said__words")).order_by(
        "-starts", "-id"
    )
    return tuple(
        ControlSaid(
            row.pk,
            row.provider_id,
            row.starts,
            row.ends,
            row.on,
            Control(row.answer),
            Authority(row.authority),
            row.heard,
            row.words or "",
            row.by_name,
        )
        for row in told
    )


def by_period(said: Iterable[ControlSaid]) -> tuple[tuple[ControlSaid, ...], ...]:
    """Answers period by period as they came; of each the one that holds stands first."""
    grouped = (tuple(held) for _, held in groupby(said, key=lambda one: one.starts))
    return tuple(_held_first(held) for held in grouped)


def _held_first(held: Sequence[ControlSaid]) -> tuple[ControlSaid, ...]:
    """The newest holds; but what anybody says for her never takes the place of her own answer."""
    stands = next((one for one in held if one.is_own), held[0])
    return (stands, *(one for one in held if one is not stands))
