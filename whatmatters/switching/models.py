"""A switch from one contract to another, and one transition plan for each person in it.

What was said in a plan is in its versions: the highest number holds. What was done is never edited.
"""

from django.db import models
from django.db.models import Q

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.switching import Charge, HerWord


class Switch(AppendOnlyRow):
    """From which contract to which, where, from which day at the earliest, and how much notice."""

    old = models.ForeignKey("commissioning.Contract", on_delete=models.PROTECT, related_name="+")
    new = models.ForeignKey("commissioning.Contract", on_delete=models.PROTECT, related_name="+")
    patch = models.ForeignKey("places.Patch", null=True, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    notice_days = models.PositiveSmallIntegerField()


class Transition(AppendOnlyRow):
    """One person in a switch."""

    switch = models.ForeignKey(Switch, on_delete=models.PROTECT, related_name="transitions")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["switch", "person"], name="transition_once"),
        ]


class TransitionVersion(WrittenRow):
    """What is planned for her. `why` is why she stays, where she does.

    `moves_on`: the first day that the new way pays. Hours a week and pounds an hour where she moves
    to a bundle.
    """

    holds_words = (Words("transition__person", ("contact", "changes", "why")),)

    transition = models.ForeignKey(Transition, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    moves_on = models.DateField()
    told_on = models.DateField(null=True)
    charge = code_field(Charge)
    contact = models.TextField(blank=True)
    changes = models.TextField(blank=True)
    review_on = models.DateField(null=True)
    weekly_hours = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    rate = models.DecimalField(max_digits=8, decimal_places=4, null=True)
    staying = models.BooleanField()
    why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["transition", "number"], name="transition_version_once"
            ),
            one_of("charge", Charge, "transition_charge"),
            models.CheckConstraint(
                condition=Q(weekly_hours__isnull=True, rate__isnull=True)
                | Q(weekly_hours__gte=0, rate__gte=0),
                name="transition_hours_whole",
            ),
            models.CheckConstraint(
                condition=Q(staying=False, why="") | Q(staying=True) & ~Q(why=""),
                name="transition_staying_says_why",
            ),
        ]


class TransitionWord(WrittenRow):
    """What she said to it, or who decides for her; the newest holds. `heard`: written down for her
    by her social worker, who heard it from her."""

    holds_words = (Words("transition__person", ("words",)),)

    transition = models.ForeignKey(Transition, on_delete=models.PROTECT, related_name="said")
    word = code_field(HerWord)
    words = models.TextField(blank=True)
    heard = models.BooleanField()

    class Meta:
        constraints = [one_of("word", HerWord, "transition_word")]


class TransitionMoved(AppendOnlyRow):
    """She was moved: once. `starts` is the first day that the new way pays."""

    transition = models.OneToOneField(Transition, on_delete=models.PROTECT, related_name="moved")
    starts = models.DateField()
