"""Bank details of a payee or a payer: asked for by one, confirmed by another after a call back."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import KeptAs, Words
from whatmatters.rules.bank_details import NAME_LENGTH, NumberFrom


class BankProposal(AppendOnlyRow):
    """Bank details that somebody asks to be used from now on, after the organisation was rung.

    `service_user` is the six figures by which Bacs knows whoever sends files; "" for payees.
    `number` counts up for each organisation: of two at one moment one is kept.
    """

    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    number = models.PositiveIntegerField()
    sort_code = models.CharField(max_length=6)
    account_number = models.CharField(max_length=8)
    account_name = models.CharField(max_length=NAME_LENGTH)
    service_user = models.CharField(max_length=6, blank=True)
    number_from = code_field(NumberFrom)
    called_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "organisation", "number"], name="bank_proposal_once"
            ),
            one_of("number_from", NumberFrom, "bank_number_from"),
        ]


class BankCall(WrittenRow):
    """Who was rung before bank details were asked for, on which number, and how it was found."""

    holds_words = (Words("", ("rung", "telephone", "found"), kept_as=KeptAs.FINANCE),)

    proposal = models.OneToOneField(BankProposal, on_delete=models.PROTECT, related_name="call")
    rung = models.CharField(max_length=200)
    telephone = models.CharField(max_length=40)
    found = models.TextField(blank=True)


class BankAnswer(AppendOnlyRow):
    """What was said to asked-for details, once: used from then on, or not.

    Who asked is copied here, so that the database itself refuses one person alone.
    """

    proposal = models.OneToOneField(BankProposal, on_delete=models.PROTECT, related_name="answer")
    asked_by_id = models.BigIntegerField()
    confirmed = models.BooleanField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed=False) | ~models.Q(by_id=models.F("asked_by_id")),
                name="bank_details_take_two",
            )
        ]
