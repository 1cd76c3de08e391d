"""What moved in a bank, and what the team proposes, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.delivery.queries.bank import Answered, Moved, Proposed
from whatmatters.delivery.web.hours_words import hours
from whatmatters.delivery.web.whose_shown import whose_words
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.commissioning_models.bundled_hours import MovementKind, OfferAnswer

KINDS = {
    MovementKind.GIVEN: gettext_lazy("Put in"),
    MovementKind.DRAWN: gettext_lazy("Drawn"),
    MovementKind.EXPIRED: gettext_lazy("Ran out"),
}

ANSWERS = {
    OfferAnswer.YES: gettext_lazy("Yes, a smaller one"),
    OfferAnswer.NO: gettext_lazy("No, it stays as it is"),
    OfferAnswer.LATER: gettext_lazy("Later"),
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
    note: str


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
            _note(one),
        )


def _note(one: Moved) -> str:
    if one.corrects is not None:
        return _("Puts right what was written for %(day)s") % {"day": day(one.corrects)}
    if one.corrected is not None:
        return _("Put right on %(day)s") % {"day": day(one.corrected)}
    return ""


def answer_rows(
    answered: tuple[Answered, ...], names: Mapping[int, str]
) -> Iterator[dict[str, object]]:
    """What was said to a smaller bundle, the newest first."""
    for one in answered:
        yield {
            "on": one.at,
            "answer": str(ANSWERS[one.answer]),
            "words": one.words,
            "whose": whose_words(one, names),
        }


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
