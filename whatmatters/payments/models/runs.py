"""Periods, payment runs with their statement lines, the release by a second person, remittances."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, TenantRow, WrittenRow
from whatmatters.rules.lifecycles import LeftOutPart, RunState


class Calendar(WrittenRow):
    """The council's anchor Monday: periods follow one another from it for ever."""

    anchor = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["council"], name="calendar_once")]


class PaymentRun(WrittenRow):
    """A proposed run for one period: `by` proposed it. `facts_hash` names what it was made from.

    Counts, total and `changes` (since the run before) are of its lines, kept so that a list of
    runs reads no line. `total_pence` leaves held lines out.
    """

    period_start = models.DateField()
    period_end = models.DateField()
    state = code_field(RunState, default=RunState.PROPOSED)
    facts_hash = models.CharField(max_length=64)
    line_count = models.PositiveIntegerField()
    held_count = models.PositiveIntegerField()
    total_pence = models.BigIntegerField()
    changes = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "period_start"],
                condition=models.Q(state=RunState.RELEASED),
                name="run_released_once",
            ),
            models.UniqueConstraint(
                fields=["council", "period_start"],
                condition=models.Q(state=RunState.PROPOSED),
                name="run_proposed_once",
            ),
            one_of("state", RunState, "run_state"),
        ]
        indexes = [models.Index(fields=["council", "-period_start"], name="run_by_period")]


class RunLine(TenantRow):
    """One statement line of a run: payer, payee, whole pence, rule, and every input of its sum.

    `held` lines are shown and not posted (a contested penalty); `repayable` ones are collected by
    repayment and never set off. `inputs` is canonical JSON text of ids, codes and figures, never
    names or free text: the text that the ledger hashes. What was proposed is never changed: a run
    that no longer holds is discarded, and another is proposed.
    """

    append_only = True

    run = models.ForeignKey(PaymentRun, on_delete=models.CASCADE, related_name="lines")
    agreement = models.ForeignKey(
        "commissioning.Agreement", on_delete=models.PROTECT, related_name="+"
    )
    payer = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    payee = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    period_corrected = models.DateField()
    rule = models.CharField(max_length=80)
    subject = models.CharField(max_length=80, blank=True)
    pence = models.BigIntegerField()
    reason = models.CharField(max_length=80)
    inputs = models.TextField()
    held = models.BooleanField(default=False)
    repayable = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run", "agreement", "period_corrected", "rule", "subject", "payer", "held"],
                name="run_line_once",
            )
        ]
        indexes = [models.Index(fields=["agreement", "run"], name="run_line_by_agreement")]


class LeftOut(TenantRow):
    """An agreement that a run could not assess, all or part of it, and why, as a code.

    `told` is canonical JSON text of the refusal's figures. The next run looks at it again.
    """

    append_only = True

    run = models.ForeignKey(PaymentRun, on_delete=models.CASCADE, related_name="left_out")
    agreement = models.ForeignKey(
        "commissioning.Agreement", on_delete=models.PROTECT, related_name="+"
    )
    part = code_field(LeftOutPart)
    code = models.CharField(max_length=80)
    told = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "agreement"], name="left_out_once"),
            one_of("part", LeftOutPart, "left_out_part"),
        ]


class RunRelease(AppendOnlyRow):
    """The second person who let a run be paid; never the one who proposed it."""

    run = models.OneToOneField(PaymentRun, on_delete=models.PROTECT, related_name="release")
    period_start = models.DateField()
    proposer_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "period_start"], name="period_released_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(by_id=models.F("proposer_id")), name="release_by_another"
            ),
        ]


class Remittance(AppendOnlyRow):
    """What one payer pays one payee in one released run. Never negative: a debit is carried.

    earned + brought_forward = paid + carried, with paid >= 0 and carried <= 0, in pence.
    """

    run = models.ForeignKey(PaymentRun, on_delete=models.PROTECT, related_name="remittances")
    payer = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    payee = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    earned = models.BigIntegerField()
    brought_forward = models.BigIntegerField()
    paid = models.BigIntegerField()
    carried = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "payer", "payee"], name="remittance_once"),
            models.CheckConstraint(condition=models.Q(paid__gte=0), name="remittance_not_negative"),
            models.CheckConstraint(
                condition=models.Q(carried__lte=0), name="remittance_carries_debits_only"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    paid=models.F("earned") + models.F("brought_forward") - models.F("carried")
                ),
                name="remittance_adds_up",
            ),
        ]
