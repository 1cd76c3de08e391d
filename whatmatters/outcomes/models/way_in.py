"""The way in: what was asked, who owned each step, how long it took, who declined and why."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.outcomes import DeclineReason, DemandKind, WayInStep
from whatmatters.rules.people import Language


class Demand(WrittenRow):
    """What somebody asked for, in their own words (R-VM-02)."""

    holds_words = (Words("person", ("words",)),)

    person = models.ForeignKey(
        "people.Person", null=True, on_delete=models.PROTECT, related_name="demands"
    )
    on = models.DateField()
    words = models.TextField()
    language = code_field(Language)
    kind = code_field(DemandKind, default=DemandKind.UNSURE)

    class Meta:
        constraints = [
            one_of("language", Language, "demand_language"),
            one_of("kind", DemandKind, "demand_kind"),
        ]


class Referral(WrittenRow):
    """A request for support, from the day it was made."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="referrals")
    demand = models.ForeignKey(Demand, on_delete=models.PROTECT, related_name="referrals")
    on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["council", "person"], name="referral_by_person")]


class ReferralStep(AppendOnlyRow):
    """One step of the way in: its day, who owns it, and for a decline its reason (R-TT-03)."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="steps")
    step = code_field(WayInStep)
    on = models.DateField()
    owner = models.ForeignKey(
        "access.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    decline_reason = code_field(DeclineReason, null=True)

    class Meta:
        constraints = [
            one_of("step", WayInStep, "referral_step_step"),
            one_of("decline_reason", DeclineReason, "referral_decline_reason"),
            models.CheckConstraint(
                condition=~models.Q(step=WayInStep.DECLINED)
                | models.Q(decline_reason__isnull=False),
                name="referral_decline_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["council", "referral"], name="step_by_referral")]


class EligibilityDecision(WrittenRow):
    """A decision under one nation's dated rule (R-EL-01): rule id, what was met, result."""

    holds_words = (Words("person", ("reason",)),)

    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="eligibility"
    )
    on = models.DateField()
    rule = models.CharField(max_length=80)
    met = models.JSONField()
    eligible = models.BooleanField()
    reason = models.TextField(blank=True)
