"""The double-entry ledger: append-only, whole pence, chained by hash per council, ids only."""

from django.db import models

from whatmatters.payments.models.runs import PaymentRun
from whatmatters.records.tenancy import AppendOnlyRow, TenantRow


class JournalEntry(AppendOnlyRow):
    """One entry. `key` is the once-only key as text: agreement, posted, corrected, rule, subject.

    A settlement (what a remittance pays) has no agreement. `facts` are the figures the sum used,
    as canonical JSON text: text, so that what is hashed is what is stored on either database.
    """

    seq = models.PositiveBigIntegerField()
    run = models.ForeignKey(PaymentRun, on_delete=models.PROTECT, related_name="entries")
    agreement = models.ForeignKey(
        "commissioning.Agreement", null=True, on_delete=models.PROTECT, related_name="+"
    )
    period_posted = models.DateField()
    period_corrected = models.DateField()
    rule = models.CharField(max_length=80)
    subject = models.CharField(max_length=80, blank=True)
    key = models.CharField(max_length=240)
    facts = models.TextField()
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "seq"], name="journal_seq_once"),
            models.UniqueConstraint(fields=["council", "key"], name="journal_key_once"),
        ]
        indexes = [models.Index(fields=["agreement", "period_corrected"], name="journal_by_period")]


class Posting(TenantRow):
    """One side of an entry: an account (organisation, kind, counterparty) and signed pence."""

    append_only = True

    entry = models.ForeignKey(JournalEntry, on_delete=models.PROTECT, related_name="postings")
    position = models.PositiveSmallIntegerField()
    account = models.CharField(max_length=120)
    pence = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "position"], name="posting_once"),
            models.CheckConstraint(condition=~models.Q(pence=0), name="posting_not_zero"),
        ]
        indexes = [models.Index(fields=["council", "account"], name="posting_by_account")]
