"""What is counted of a whole population under a contract that pays results (R-CO-01)."""

from django.db import models
from django.db.models import F, Q

from whatmatters.records.tenancy import AppendOnlyRow


class ResultAgreed(AppendOnlyRow):
    """Who is counted, what is counted of them, over how many weeks, and how many are expected.

    Agreed once, before anything is counted: whoever could choose the people, the event or the days
    afterwards could choose the result.
    """

    contract = models.OneToOneField(
        "commissioning.Contract", on_delete=models.PROTECT, related_name="+"
    )
    population = models.CharField(max_length=200)
    event = models.CharField(max_length=200)
    weeks = models.PositiveIntegerField()
    expected = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(weeks__gte=1, expected__gte=1), name="result_agreed_of_somebody"
            )
        ]


class ResultCount(AppendOnlyRow):
    """One measured period as it was counted; its last revision is the newest word.

    `people` were counted and it happened to `events` of them; `left_out` are people of the agreed
    population who were not counted, whatever the reason. `groups` has the same three of each group
    that the terms agree, in their order, and is empty where they agree none.
    """

    contract = models.ForeignKey(
        "commissioning.Contract", on_delete=models.PROTECT, related_name="+"
    )
    measured = models.PositiveIntegerField()
    revision = models.PositiveIntegerField()
    events = models.PositiveIntegerField()
    people = models.PositiveIntegerField()
    left_out = models.PositiveIntegerField()
    groups = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "measured", "revision"], name="result_counted_once"
            ),
            models.CheckConstraint(
                condition=Q(people__gte=1) & Q(events__lte=F("people")),
                name="result_events_within_people",
            ),
        ]


class ResultYes(AppendOnlyRow):
    """The council's yes to one count as it stood. Only what has one is paid."""

    count = models.OneToOneField(ResultCount, on_delete=models.PROTECT, related_name="+")
