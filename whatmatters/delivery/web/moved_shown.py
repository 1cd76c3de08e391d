"""What moved in a bank, and what the team proposes, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy

from whatmatters.delivery.queries.bank import Moved, Proposed
from whatmatters.delivery.web.bank_words import whose_words
from whatmatters.delivery.web.hours_words import hours
from whatmatters.rules.commissioning_models.bundled_hours import MovementKind

KINDS = {
    MovementKind.GIVEN: gettext_lazy("Put in"),
    MovementKind.DRAWN: gettext_lazy("Drawn"),
    MovementKind.EXPIRED: gettext_lazy("Ran out"),
}


@dataclass(frozen=True, slots=True)
class MovedShown:
    """One movement, in words."""

    on: date
    kind: str
    minutes: str
    balance: str
    purpose: str
    whose: str


def moved_rows(moved: tuple[Moved, ...], names: Mapping[int, str]) -> Iterator[MovedShown]:
    """Movement by movement, as the query gives them."""
    for one in moved:
        yield MovedShown(
            one.on,
            str(KINDS[one.kind]),
            hours(one.minutes),
            hours(one.balance),
            one.purpose,
            whose_words(one, names),
        )


def proposed_rows(
    proposed: tuple[Proposed, ...], names: Mapping[int, str]
) -> Iterator[dict[str, object]]:
    """What waits for a yes."""
    for one in proposed:
        yield {
            "on": one.on,
            "draws": one.kind is MovementKind.DRAWN,
            "minutes": hours(one.minutes),
            "purpose": one.purpose,
            "by": names.get(one.by_id, ""),
        }
