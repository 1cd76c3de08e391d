"""Something happened on a planned day: what, to whom, and the plan that is offered.

An offer is a plan of its own, which is in use from the day somebody of the team accepts it.
"""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow
from whatmatters.rota.models.agreed import AgreedVisit
from whatmatters.rota.models.at_work import Shift
from whatmatters.rota.models.day import DayPlan
from whatmatters.rules.rota.live_events import What


class LiveOffer(AppendOnlyRow):
    """What happened, in minutes of the clock, and the plan offered over the one then in use."""

    plan = models.OneToOneField(DayPlan, on_delete=models.PROTECT, related_name="offer")
    over = models.ForeignKey(DayPlan, on_delete=models.PROTECT, related_name="+")
    what = code_field(What)
    minute = models.PositiveSmallIntegerField()
    worker = models.ForeignKey(
        "teams.Worker", null=True, on_delete=models.PROTECT, related_name="+"
    )
    time = models.PositiveSmallIntegerField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [one_of("what", What, "live_offer_what")]


class LiveAbout(AppendOnlyRow):
    """Whom it is about, where it is about a person, and which of her visits (null: a new one)."""

    offer = models.OneToOneField(LiveOffer, on_delete=models.PROTECT, related_name="about")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    visit = models.ForeignKey(AgreedVisit, null=True, on_delete=models.PROTECT, related_name="+")


class DayUrgent(AppendOnlyRow):
    """Somebody who needs a worker now, in one plan of the day: who goes, when (null: nobody)."""

    plan = models.ForeignKey(DayPlan, on_delete=models.PROTECT, related_name="urgent")
    about = models.ForeignKey(LiveAbout, on_delete=models.PROTECT, related_name="+")
    shift = models.ForeignKey(Shift, null=True, on_delete=models.PROTECT, related_name="+")
    start = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "about"], name="day_urgent_once")]
