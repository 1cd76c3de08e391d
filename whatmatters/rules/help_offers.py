"""What somebody close to a person offers, and where a plan counts on more than that (R-SS-02)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from whatmatters.rules.refusals import Refusal


class NotYoursToOffer(Refusal):
    """Only somebody whom the person lets in offers anything, and only for themselves."""

    code = "not_yours_to_offer"


class OfferOver(Refusal):
    """The last day of an offer lies behind: OfferOver(field=)."""

    code = "offer_over"


class OfferWithdrawn(Refusal):
    """What was taken back is not changed any more: a new offer is made."""

    code = "offer_withdrawn"


class OfferChangedMeanwhile(Refusal):
    """It was changed on another page since this one was opened."""

    code = "offer_changed_meanwhile"


class Doubt(StrEnum):
    """Why a plan may count on family for more than they offer."""

    WITHDRAWN = "withdrawn"
    CHANGED = "changed"
    ENDS_FIRST = "ends_first"
    MORE_LINES = "more_lines"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one offer stands now: its newest version, when that was written, and its last day."""

    offer_id: int
    number: int
    at: datetime
    until: date | None
    withdrawn: bool

    def holds_on(self, day: date) -> bool:
        """Whether it can be counted on, on a day."""
        return not self.withdrawn and (self.until is None or self.until >= day)


@dataclass(frozen=True, slots=True)
class Doubted:
    """One doubt; `offer_id` is None where it is about all offers together."""

    doubt: Doubt
    offer_id: int | None = None


def doubts(
    lines: int, offers: Iterable[Standing], *, written: datetime, starts: date, ends: date
) -> tuple[Doubted, ...]:
    """What to look at in a plan with so many lines by family; () where it has none.

    `written` is when the version was; `starts` and `ends` are the plan's first and last day. A
    line is not joined to an offer: so every offer that moved since then is named, and whoever
    writes the plan sees whether a line counts on it.
    """
    if not lines:
        return ()
    held = list(offers)
    found = [Doubted(why, o.offer_id) for o in held if (why := _moved(o, written, starts, ends))]
    if lines > sum(offer.holds_on(starts) for offer in held):
        found.append(Doubted(Doubt.MORE_LINES))
    return tuple(found)


def _moved(offer: Standing, written: datetime, starts: date, ends: date) -> Doubt | None:
    later = offer.at > written
    if offer.withdrawn:
        return Doubt.WITHDRAWN if later else None
    if later and offer.number > 1:
        return Doubt.CHANGED
    if offer.holds_on(starts) and not offer.holds_on(ends):
        return Doubt.ENDS_FIRST
    return None
