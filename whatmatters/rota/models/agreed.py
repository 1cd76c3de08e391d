"""One version of a delivery plan, whole: nothing in it is changed, it is written anew.

Times are minutes of a clock since midnight. `days` has a bit for each day of the week, Monday 1.
No column has to do with money, and nothing that pays may read these rows (`.importlinter`).
"""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.rota.agreed import QuietFor
from whatmatters.rules.rota.problem import Harm

ON_A_DAY = models.Q(days__gte=1, days__lte=127)


class DeliveryPlan(AppendOnlyRow):
    """What one provider's team and one person agree, from a day to a day (null: until replaced).

    `number` counts the versions of the two; the newest that both said yes to holds.
    """

    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="delivery_plans"
    )
    provider = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("teams.Team", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "provider", "number"], name="delivery_plan_once"
            ),
        ]
        indexes = [models.Index(fields=["council", "team"], name="delivery_plan_by_team")]


class AgreedVisit(AppendOnlyRow):
    """One visit of a version; `follows` is the number of the visit whose second part it is."""

    plan = models.ForeignKey(DeliveryPlan, on_delete=models.PROTECT, related_name="visits")
    number = models.PositiveSmallIntegerField()
    days = models.PositiveSmallIntegerField()
    earliest = models.PositiveSmallIntegerField()
    latest = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    long_minutes = models.PositiveSmallIntegerField()
    workers = models.PositiveSmallIntegerField(default=1)
    moving = models.BooleanField(default=False)
    medicines = models.BooleanField(default=False)
    in_welsh = models.BooleanField(default=False)
    harm = code_field(Harm, default=Harm.PERSONAL)
    tolerance = models.PositiveSmallIntegerField(default=0)
    follows = models.PositiveSmallIntegerField(null=True)
    least = models.PositiveSmallIntegerField(null=True)
    most = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="agreed_visit_once"),
            one_of("harm", Harm, "agreed_visit_harm"),
            models.CheckConstraint(condition=ON_A_DAY, name="agreed_visit_on_a_day"),
            models.CheckConstraint(
                condition=models.Q(latest__gte=models.F("earliest")), name="agreed_visit_window"
            ),
            models.CheckConstraint(
                condition=models.Q(minutes__gt=0, long_minutes__gte=models.F("minutes")),
                name="agreed_visit_takes_time",
            ),
        ]


class AgreedVisitWords(WrittenRow):
    """What a visit is for, in words that both understand."""

    holds_words = (Words("visit__plan__person", ("what",)),)

    visit = models.OneToOneField(AgreedVisit, on_delete=models.PROTECT, related_name="said")
    what = models.TextField()


class QuietTime(AppendOnlyRow):
    """A time at which nobody is to be there."""

    plan = models.ForeignKey(DeliveryPlan, on_delete=models.PROTECT, related_name="quiet")
    number = models.PositiveSmallIntegerField()
    kind = code_field(QuietFor)
    days = models.PositiveSmallIntegerField()
    starts = models.PositiveSmallIntegerField()
    ends = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="quiet_time_once"),
            one_of("kind", QuietFor, "quiet_time_kind"),
            models.CheckConstraint(condition=ON_A_DAY, name="quiet_time_on_a_day"),
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="quiet_time_lasts"
            ),
        ]


class ChosenWorker(AppendOnlyRow):
    """Somebody whom the person chose, or who is not to come to her (`never`)."""

    plan = models.ForeignKey(DeliveryPlan, on_delete=models.PROTECT, related_name="chosen")
    worker = models.ForeignKey("teams.Worker", on_delete=models.PROTECT, related_name="+")
    never = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "worker"], name="chosen_worker_once"),
        ]
