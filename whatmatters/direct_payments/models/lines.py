"""The light record of a direct payment: what was spent, and what the account owes."""

from django.db import models

from whatmatters.direct_payments.models.direct import DirectPayment
from whatmatters.records.choices import code_field, one_of
from whatmatters.records.one_person import Same
from whatmatters.records.tenancy import WrittenRow
from whatmatters.records.words import KeptAs, Words
from whatmatters.rules.direct_payments import OwedFor, RecordKind


class RecordLine(WrittenRow):
    """One line in own words. It is never changed: one that is wrong is struck out, and stays.

    What the account owes counts at a look until it is struck out, as when it was paid.
    """

    holds_words = (Words("direct_payment__person", ("what",), kept_as=KeptAs.FINANCE),)
    same_person = (
        Same(
            "outcome_id",
            "(SELECT person_id FROM direct_payments_directpayment "
            "WHERE id = NEW.direct_payment_id)",
            "SELECT person_id FROM outcomes_outcome WHERE id = NEW.outcome_id",
        ),
    )

    direct_payment = models.ForeignKey(
        DirectPayment, on_delete=models.PROTECT, related_name="lines"
    )
    kind = code_field(RecordKind)
    on = models.DateField()
    pence = models.BigIntegerField()
    what = models.TextField()
    owed_for = code_field(OwedFor, null=True)
    outcome = models.ForeignKey(
        "outcomes.Outcome", null=True, on_delete=models.PROTECT, related_name="+"
    )
    struck_at = models.DateTimeField(null=True)
    struck_by = models.ForeignKey(
        "access.User", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pence__gt=0), name="record_line_of_money"),
            one_of("kind", RecordKind, "record_line_kind"),
            one_of("owed_for", OwedFor, "record_line_owed_for"),
            models.CheckConstraint(
                condition=models.Q(kind=RecordKind.OWED, owed_for__isnull=False)
                | models.Q(kind=RecordKind.SPENT, owed_for__isnull=True),
                name="record_line_owed_for_something",
            ),
            models.CheckConstraint(
                condition=models.Q(struck_at__isnull=True, struck_by__isnull=True)
                | models.Q(struck_at__isnull=False, struck_by__isnull=False),
                name="record_line_struck_by_somebody",
            ),
        ]
