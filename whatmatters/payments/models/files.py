"""Files that were made for a bank: each once, with the bytes that were made."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow
from whatmatters.rules.payment_files import FileFormat


class PaymentFile(AppendOnlyRow):
    """What one payer pays by one released run, in one format: made once and never again.

    `content` is what was made, `sha256` its hash; `count` and `pence` equal the ledger.
    `attempt` is 1, and one more only after the file before was said not to have been sent: of a
    run and a payer at most one file is there to be sent, whatever its format.
    """

    run = models.ForeignKey("payments.PaymentRun", on_delete=models.PROTECT, related_name="files")
    payer = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    form = code_field(FileFormat)
    attempt = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    arrives = models.DateField()
    count = models.PositiveIntegerField()
    pence = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "payer", "attempt"], name="payment_file_once"),
            models.UniqueConstraint(fields=["council", "number"], name="payment_file_number_once"),
            models.CheckConstraint(condition=models.Q(pence__gt=0), name="payment_file_pays"),
            one_of("form", FileFormat, "payment_file_form"),
        ]


class FileUnsent(AppendOnlyRow):
    """A file that the bank never had, as somebody said who did not make it: not to be sent."""

    file = models.OneToOneField(PaymentFile, on_delete=models.PROTECT, related_name="unsent")
    made_by_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(by_id=models.F("made_by_id")), name="file_unsent_takes_two"
            )
        ]
