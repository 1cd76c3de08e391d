"""What happened: hospital stays, and legacy time-and-task packages with their visits (R-TT-01)."""

from django.db import models

from whatmatters.records.tenancy import AppendOnlyRow, TenantRow, WrittenRow
from whatmatters.records.words import Words


class HospitalStay(WrittenRow):
    """A pause of the plan. It changes no pay by default (each model has a setting)."""

    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="hospital_stays"
    )
    admitted = models.DateField()
    discharged = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "admitted"], name="hospital_stay_once"),
            models.CheckConstraint(
                condition=models.Q(discharged__isnull=True)
                | models.Q(discharged__gte=models.F("admitted")),
                name="hospital_stay_ends_after_start",
            ),
        ]


class LegacyPackage(WrittenRow):
    """A package bought by time and task, as it was: calls a day, minutes, tasks, rate (R-TT-01)."""

    holds_words = (Words("person", ("tasks",)),)

    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="legacy_packages"
    )
    contract = models.ForeignKey(
        "commissioning.Contract", on_delete=models.PROTECT, related_name="+"
    )
    starts = models.DateField()
    ends = models.DateField(null=True)
    calls_per_day = models.PositiveSmallIntegerField()
    minutes_per_call = models.PositiveSmallIntegerField()
    tasks = models.TextField()
    rate = models.DecimalField(max_digits=8, decimal_places=4)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="package_ends_after_start",
            ),
            models.CheckConstraint(condition=models.Q(rate__gte=0), name="package_rate_positive"),
        ]


class PackageVisit(TenantRow):
    """One visit of a legacy package, in minutes. `delivered` null and not cancelled: missed."""

    package = models.ForeignKey(LegacyPackage, on_delete=models.PROTECT, related_name="visits")
    date = models.DateField()
    call = models.PositiveSmallIntegerField()
    planned = models.PositiveIntegerField()
    delivered = models.PositiveIntegerField(null=True)
    cancelled_hours_before = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["package", "date", "call"], name="package_visit_once")
        ]
        indexes = [models.Index(fields=["council", "date"], name="package_visit_by_date")]


class PackageMirror(AppendOnlyRow):
    """Which plan began as the mirror of which package (R-TN-01)."""

    package = models.OneToOneField(LegacyPackage, on_delete=models.PROTECT, related_name="mirror")
    plan = models.ForeignKey("outcomes.Plan", on_delete=models.PROTECT, related_name="+")
