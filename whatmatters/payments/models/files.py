"""Files that were made for a bank: each once, with the bytes that were made."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow
from whatmatters.rules.payment_files import FileFormat


class PaymentFile(AppendOnlyRow):
    """What one payer pays by one released run, in one format: made once and never again.

    `content` is what was made, `sha256` its hash; `count` and `pence` equal the ledger.
    """

    run = models.ForeignKey("payments.PaymentRun", on_delete=models.PROTECT, related_name="files")
    payer = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    form = code_field(FileFormat)
    number = models.PositiveIntegerField()
    arrives = models.DateField()
    count = models.PositiveIntegerField()
    pence = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "payer", "form"], name="payment_file_once"),
            models.UniqueConstraint(fields=["council", "number"], name="payment_file_number_once"),
            models.CheckConstraint(condition=models.Q(pence__gt=0), name="payment_file_pays"),
            one_of("form", FileFormat, "payment_file_form"),
        ]
