"""What is asked of each agreed group when a measured period is counted."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from whatmatters.results.queries.groups import Groups
from whatmatters.results.services.opening import MOST_PEOPLE
from whatmatters.rules.commissioning_models.community_outcome import Group

ASKED = {
    "people": gettext_lazy("%(group)s: how many were counted"),
    "events": gettext_lazy("%(group)s: to how many of them it happened"),
    "left_out": gettext_lazy("%(group)s: how many were not counted"),
}


def ask_groups(form: forms.Form, groups: tuple[Group, ...], was: Groups) -> None:
    """Three questions of each agreed group, with what was told before."""
    before = was or ((None, None, None),) * len(groups)
    for number, (group, (events, people, left_out)) in enumerate(
        zip(groups, before, strict=True), 1
    ):
        kept = {"events": events, "people": people, "left_out": left_out}
        for name, label in ASKED.items():
            form.fields[f"{name}_{number}"] = forms.IntegerField(
                label=label % {"group": group.name},
                min_value=0,
                max_value=MOST_PEOPLE,
                initial=kept[name],
            )


def told_groups(told: Mapping[str, Any], groups: tuple[Group, ...]) -> Groups:
    """What was answered, group by group."""
    return tuple(_of(told, number) for number in range(1, len(groups) + 1))


def more_than_counted(told: Mapping[str, Any], groups: tuple[Group, ...]) -> Iterator[str]:
    """The field of each group to more of whom it happened than were counted."""
    for number in range(1, len(groups) + 1):
        events, people = told.get(f"events_{number}"), told.get(f"people_{number}")
        if events is not None and people is not None and events > people:
            yield f"events_{number}"


def _of(told: Mapping[str, Any], number: int) -> tuple[int, int, int]:
    return tuple(told[f"{one}_{number}"] for one in ("events", "people", "left_out"))
