"""Why plans that nobody changed for long are still right: who said so, and when (R-TT-04)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.models import UnchangedAnswer


@dataclass(frozen=True, slots=True)
class UnchangedFacts:
    """One answer, in the words of whoever gave it."""

    version_id: int
    on: date
    words: str
    by_id: int
    by_name: str


def unchanged_answers(council_id: int, version_ids: Iterable[int]) -> tuple[UnchangedFacts, ...]:
    """What was said of these versions, the newest first (one query)."""
    rows = UnchangedAnswer.objects.of(council_id).filter(version_id__in=set(version_ids))
    told = rows.order_by("-on", "-id").values_list(
        "version_id", "on", "said__words", "by_id", "by__display_name"
    )
    return tuple(UnchangedFacts(*row) for row in told)
