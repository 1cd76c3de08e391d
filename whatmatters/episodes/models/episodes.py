"""An episode, its one extension, and how it ended."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.commissioning_models.short_term import EndState


class Episode(WrittenRow):
    """One person's; `clock_ends` is the last day of its weeks, before an extension.

    `ends` is the last day, once its end was told: the day before `starts` where it never began.
    Nobody has a second one before that. Its agreement has the terms.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="episodes")
    contract = models.ForeignKey(
        "commissioning.Contract", on_delete=models.PROTECT, related_name="+"
    )
    starts = models.DateField()
    clock_ends = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(ends__isnull=True),
                name="episode_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(clock_ends__gte=models.F("starts")), name="episode_has_days"
            ),
        ]


class Extension(WrittenRow):
    """The week more, agreed on a day for a reason: there is no second (R-TR-01)."""

    holds_words = (Words("episode__person", ("why",)),)

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="extensions")
    on = models.DateField()
    why = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["episode"], name="episode_extended_once"),
        ]


class EndStateTold(AppendOnlyRow):
    """How things stood at the end. It may be told anew: the last of `place` counts (R-TR-03)."""

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="told")
    place = models.PositiveSmallIntegerField()
    state = code_field(EndState)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["episode", "place"], name="end_state_place_once"),
            one_of("state", EndState, "end_state_told"),
        ]
