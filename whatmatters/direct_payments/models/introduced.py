"""Hours with a worker whom a platform found, bought from the account of a direct payment (R-SC)."""

from django.db import models

from whatmatters.direct_payments.models.direct import DirectPayment
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import KeptAs, Words


class Introduction(WrittenRow):
    """A worker in her own words, found by the platform whose contract it is under.

    `account` is the worker's, who is paid; what pays is the account of the direct payment.
    `ends` is its last day: of the platform's contract, or a sooner one that was said. Its agreement
    has the price.
    """

    holds_words = (Words("direct_payment__person", ("who_comes",), kept_as=KeptAs.FINANCE),)

    direct_payment = models.ForeignKey(
        DirectPayment, on_delete=models.PROTECT, related_name="introductions"
    )
    contract = models.ForeignKey(
        "commissioning.Contract", on_delete=models.PROTECT, related_name="+"
    )
    account = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    who_comes = models.TextField()
    starts = models.DateField()
    ends = models.DateField(null=True)


class BoughtDay(AppendOnlyRow):
    """The minutes that she bought of one day; its last revision holds, and 0 is none after all."""

    introduction = models.ForeignKey(Introduction, on_delete=models.PROTECT, related_name="days")
    on = models.DateField()
    revision = models.PositiveIntegerField()
    minutes = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["introduction", "on", "revision"], name="bought_day_once"
            ),
        ]
