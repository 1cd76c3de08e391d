"""What happened: hospital stays, legacy time-and-task packages with their visits (R-TT-01).

And bundles of hours with the minutes of each day and their bank (R-VG).
"""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.day_before import begun_or_never
from whatmatters.records.tenancy import AppendOnlyRow, TenantRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.commissioning_models.bundled_hours import MovementKind, OfferAnswer
from whatmatters.rules.people import Authority


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
            begun_or_never("package_ends_after_start"),
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


class Bundle(WrittenRow):
    """Hours for review periods without a timetable (R-VG-01); its agreement has the terms."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="bundles")
    contract = models.ForeignKey(
        "commissioning.Contract", on_delete=models.PROTECT, related_name="+"
    )
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        constraints = [
            begun_or_never("bundle_ends_after_start"),
        ]


class BundleDay(AppendOnlyRow):
    """The minutes delivered on one day; a correction is the next revision, and the last holds."""

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="days")
    date = models.DateField()
    revision = models.PositiveIntegerField()
    minutes = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["bundle", "date", "revision"], name="bundle_day_revision_once"
            )
        ]
        indexes = [models.Index(fields=["council", "date"], name="bundle_day_by_date")]


class BankMovement(AppendOnlyRow):
    """Minutes into a person's bank or out of it, in their order; `balance` is what is left.

    Two who move at once would take the same place: the key lets one of them do it.
    """

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="movements")
    place = models.PositiveIntegerField()
    kind = code_field(MovementKind)
    on = models.DateField()
    minutes = models.PositiveIntegerField()
    balance = models.IntegerField()
    agreed = code_field(Authority, null=True)
    # Whether somebody else heard it and wrote it down (null where nothing was agreed, and in rows
    # from before it was asked), and who decides for her where it is that one's word.
    heard = models.BooleanField(null=True)
    decider = models.ForeignKey(
        "people.Decider", null=True, on_delete=models.PROTECT, related_name="+"
    )

    # The mistaken movement that this one is the opposite of: neither counts.
    corrects = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="correction"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bundle", "place"], name="bank_place_once"),
            models.CheckConstraint(condition=models.Q(minutes__gt=0), name="bank_moves_something"),
            models.CheckConstraint(condition=models.Q(balance__gte=0), name="bank_never_below_0"),
            one_of("kind", MovementKind, "bank_movement_kind"),
            one_of("agreed", Authority, "bank_movement_agreed"),
        ]


class MovementProposal(WrittenRow):
    """What a team would put in or draw: nothing moves until she, or who decides for her, agrees."""

    holds_words = (Words("bundle__person", ("purpose",)),)

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="proposals")
    kind = code_field(MovementKind)
    on = models.DateField()
    minutes = models.PositiveIntegerField()
    purpose = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(minutes__gt=0), name="proposes_something"),
            one_of("kind", MovementKind, "movement_proposal_kind"),
        ]


class BankPurpose(WrittenRow):
    """What minutes were put in or drawn for, in the words of whoever agreed."""

    holds_words = (Words("movement__bundle__person", ("purpose",)),)

    movement = models.OneToOneField(BankMovement, on_delete=models.PROTECT, related_name="purpose")
    purpose = models.TextField()


class RightSizeAnswer(WrittenRow):
    """What was said to a smaller bundle after a review period, by whose word."""

    holds_words = (Words("bundle__person", ("words",)),)

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="right_size")
    review_starts = models.DateField()
    answer = code_field(OfferAnswer)
    words = models.TextField(blank=True)
    agreed = code_field(Authority)
    heard = models.BooleanField()
    decider = models.ForeignKey(
        "people.Decider", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bundle", "review_starts"], name="offer_once"),
            one_of("answer", OfferAnswer, "right_size_answer"),
            one_of("agreed", Authority, "right_size_agreed"),
        ]


class OverAgreed(AppendOnlyRow):
    """Minutes over a review period's band that were agreed beforehand (R-VG-07)."""

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="over")
    review_starts = models.DateField()
    minutes = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(minutes__gt=0), name="over_agreed_something")
        ]
