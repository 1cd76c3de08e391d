"""What the provider is asked of a measured period: of all, or of each agreed group."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, sent
from whatmatters.frontend.forms import PageForm
from whatmatters.results.queries import Said, SchemeFacts
from whatmatters.results.queries.groups import Groups
from whatmatters.results.services import CountGiven
from whatmatters.results.services.counting import count_of_groups
from whatmatters.results.services.opening import MOST_PEOPLE
from whatmatters.results.web.groups_counted import ask_groups, more_than_counted, told_groups
from whatmatters.results.web.opening_form import whole
from whatmatters.rules.commissioning_models.community_outcome import Group

FIGURES = ("events", "people", "left_out")


class SeenForm(PageForm):
    """The revision that was seen."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def given(self, measured: int) -> CountGiven:
        """What is told of a measured period."""
        raise NotImplementedError


class GroupsForm(SeenForm):
    """Three figures of each agreed group."""

    def __init__(self, *args: Any, groups: tuple[Group, ...], was: Groups, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = groups
        ask_groups(self, groups, was)

    def clean(self) -> dict[str, Any]:
        """Somebody was counted, and it happened to no more than were."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        for field in more_than_counted(told, self.groups):
            self.refuse(_("It cannot have happened to more people than were counted"), field)
        if not self.errors and not sum(one[1] for one in told_groups(told, self.groups)):
            self.refuse(_("Nobody was counted in any group"), "people_1")
        return told

    def given(self, measured: int) -> CountGiven:
        """All groups together."""
        return count_of_groups(measured, told_groups(self.cleaned_data, self.groups))


class CountForm(SeenForm):
    """Three figures of all."""

    people = whole(
        gettext_lazy("How many were counted"),
        MOST_PEOPLE,
        gettext_lazy("Everybody of the agreed population of whom it is known."),
        least=1,
    )
    events = whole(gettext_lazy("To how many of them it happened"), MOST_PEOPLE)
    left_out = whole(
        gettext_lazy("How many of the agreed population were not counted"),
        MOST_PEOPLE,
        gettext_lazy(
            "They moved away, or nobody knows. The page shows what the result would be if all of "
            "them had gone the other way."
        ),
    )

    def given(self, measured: int) -> CountGiven:
        """All of them, without groups."""
        told = self.cleaned_data
        return CountGiven(measured, **{name: told[name] for name in FIGURES})


def count_form(request: Asked, scheme: SchemeFacts, said: Said | None) -> SeenForm:
    """Of each group where groups were agreed, else of all; with what was told before."""
    first: dict[str, Any] = {"seen": said.count.revision if said else 0}
    groups = scheme.terms.terms.groups
    if groups:
        was = said.count.groups if said else ()
        return GroupsForm(sent(request), groups=groups, was=was, initial=first)
    if said is not None:
        first |= {name: getattr(said.count, name) for name in FIGURES}
    return CountForm(sent(request), initial=first)
