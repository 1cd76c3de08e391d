"""Switches and the transition plans in them, as they stand."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q

from whatmatters.rules.switching import Charge, HerWord
from whatmatters.switching.models import Switch, TransitionVersion, TransitionWord
from whatmatters.switching.queries.facts import SwitchFacts, TransitionFacts, WordFacts

SWITCH = ("id", "council_id", "old_id", "new_id", "patch_id", "day", "notice_days", "by_id", "at")
PLANNED = (
    *("transition_id", "transition__switch_id", "transition__person_id", "number", "moves_on"),
    *("told_on", "charge", "contact", "changes", "review_on", "weekly_hours", "rate", "staying"),
    *("why", "by_id", "at"),
)


def switches(council_id: int, *, ids: Iterable[int] | None = None) -> tuple[SwitchFacts, ...]:
    """Switches of a council, those of these ids or all, the newest first. One query."""
    rows = Switch.objects.of(council_id).order_by("-id")
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    return tuple(SwitchFacts(*row) for row in rows.values_list(*SWITCH))


def transitions(
    council_id: int,
    *,
    switch_ids: Iterable[int] | None = None,
    person_ids: Iterable[int] | None = None,
) -> tuple[TransitionFacts, ...]:
    """The newest version of each plan with her newest word, the oldest plan first. Two queries."""
    later = TransitionVersion.objects.filter(
        transition=OuterRef("transition"), number__gt=OuterRef("number")
    )
    wanted = Q()
    if switch_ids is not None:
        wanted &= Q(transition__switch_id__in=list(switch_ids))
    if person_ids is not None:
        wanted &= Q(transition__person_id__in=list(person_ids))
    rows = TransitionVersion.objects.of(council_id).filter(~Exists(later), wanted)
    held = list(rows.order_by("transition_id").values_list(*PLANNED, "transition__moved__starts"))
    said = _said(council_id, [row[0] for row in held])
    return tuple(_transition(row, said.get(row[0])) for row in held)


def versions(council_id: int, transition_id: int) -> tuple[TransitionFacts, ...]:
    """All that was ever planned for her in one switch, the newest first. One query."""
    rows = TransitionVersion.objects.of(council_id).filter(transition_id=transition_id)
    told = rows.order_by("-number").values_list(*PLANNED, "transition__moved__starts")
    return tuple(_transition(row, None) for row in told)


def _said(council_id: int, transition_ids: list[int]) -> dict[int, WordFacts]:
    rows = TransitionWord.objects.of(council_id).filter(transition_id__in=transition_ids)
    told = rows.order_by("id").values_list("transition_id", "word", "words", "heard", "by_id", "at")
    return {
        one: WordFacts(HerWord(word), words, heard, by_id, at)
        for one, word, words, heard, by_id, at in told
    }


def _transition(row: tuple[Any, ...], said: WordFacts | None) -> TransitionFacts:
    number, switch, person, *rest, moved = row
    told = dict(zip(PLANNED[3:], rest, strict=True))
    told["charge"] = Charge(told["charge"])
    return TransitionFacts(
        id=number, switch_id=switch, person_id=person, said=said, moved_from=moved, **told
    )
