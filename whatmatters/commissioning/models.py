"""Contracts with dated terms, the rates they price by, and the agreements made under them.

A contract is between a council and a provider. An agreement is for one person (or patch), signed
under one version of a contract's terms; its terms are frozen when it is signed.
"""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import KeptAs, Words
from whatmatters.rules.outcomes import Band, EndReason
from whatmatters.rules.principles import Level, Principle


class Contract(WrittenRow):
    """What a council and a provider have agreed: which model, where, from when (R-CW-01)."""

    provider = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    model = models.CharField(max_length=40)
    reference = models.CharField(max_length=40)
    patch = models.ForeignKey("places.Patch", null=True, on_delete=models.PROTECT, related_name="+")
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "reference"], name="contract_once")
        ]


class ContractTerms(AppendOnlyRow):
    """One dated version of a contract's terms: the model's settings as exact text (JSON).

    Of two from one day the later version holds.
    """

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    starts = models.DateField()
    terms = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contract", "version"], name="contract_terms_once"),
        ]


class Funder(AppendOnlyRow):
    """One payer of one contract with its share as an exact fraction (R-GW-03)."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="funders")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    position = models.PositiveSmallIntegerField()
    numerator = models.PositiveIntegerField()
    denominator = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contract", "organisation"], name="funder_once"),
            models.UniqueConstraint(fields=["contract", "position"], name="funder_position_once"),
            models.CheckConstraint(
                condition=models.Q(denominator__gt=0), name="funder_share_is_a_fraction"
            ),
        ]


class Rate(AppendOnlyRow):
    """The agreed price of one hour of one band under one contract, from a day to a day."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="rates")
    band = code_field(Band)
    pounds = models.DecimalField(max_digits=8, decimal_places=4)
    starts = models.DateField()
    ends = models.DateField(null=True)
    source = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contract", "band", "starts"], name="rate_once"),
            models.CheckConstraint(condition=models.Q(pounds__gte=0), name="rate_not_negative"),
            one_of("band", Band, "rate_band"),
        ]


class PatchLead(WrittenRow):
    """The lead provider of a patch, from a day to a day (R-WI-15)."""

    patch = models.ForeignKey("places.Patch", on_delete=models.PROTECT, related_name="+")
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="leads")
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "patch", "starts"], name="patch_lead_once")
        ]


class Agreement(AppendOnlyRow):
    """What payments are made under: one person, one contract's terms on a day, frozen.

    `terms` has the shape of `[agreement.terms]` of a case file. `source` and `source_id` name what
    it prices (a plan version or a legacy package), by kind and id, so that no key points upwards.
    """

    contract_terms = models.ForeignKey(
        ContractTerms, on_delete=models.PROTECT, related_name="agreements"
    )
    person = models.ForeignKey(
        "people.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    model = models.CharField(max_length=40)
    starts = models.DateField()
    ends = models.DateField(null=True)
    terms = models.JSONField()
    payers = models.JSONField()
    payee = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=24)
    source_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "source", "source_id"], name="agreement_per_source_once"
            ),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="agreement_ends_after_start",
            ),
        ]
        indexes = [
            models.Index(fields=["council", "starts"], name="agreement_by_start"),
            models.Index(fields=["council", "person"], name="agreement_by_person"),
        ]


class AgreementEnd(AppendOnlyRow):
    """An agreement that stopped before its last day, or was finished by its review.

    `on` is the last day that earns (the day of death included).
    """

    agreement = models.OneToOneField(Agreement, on_delete=models.PROTECT, related_name="end")
    on = models.DateField()
    reason = code_field(EndReason)

    class Meta:
        constraints = [one_of("reason", EndReason, "agreement_end_reason")]


class EndSooner(AppendOnlyRow):
    """An end that was told for a later day, brought forward: she moves, say, before that day.

    What was told first stays to be read. `on` is the last day that earns: the earliest told.
    """

    end = models.ForeignKey(AgreementEnd, on_delete=models.PROTECT, related_name="sooner")
    on = models.DateField()
    reason = code_field(EndReason)

    class Meta:
        constraints = [
            one_of("reason", EndReason, "agreement_end_sooner_reason"),
            models.UniqueConstraint(fields=["end", "on"], name="agreement_end_sooner_once"),
        ]


class ServiceView(AppendOnlyRow):
    """How one body sees a contract's service by the six principles; `number` from 1 (R-PR-01)."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "organisation", "number"], name="service_view_once"
            )
        ]


class ViewOfPrinciple(WrittenRow):
    """One principle of a view: how far the service goes with it, and what that is seen by."""

    holds_words = (Words("", ("evidence",), kept_as=KeptAs.FINANCE),)

    view = models.ForeignKey(ServiceView, on_delete=models.PROTECT, related_name="principles")
    principle = code_field(Principle)
    level = code_field(Level)
    evidence = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["view", "principle"], name="view_of_principle_once"),
            one_of("principle", Principle, "view_principle"),
            one_of("level", Level, "view_level"),
        ]
