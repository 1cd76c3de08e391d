"""A fund for a year, what was agreed to be spent of it, and its end."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.day_before import begun_or_never
from whatmatters.records.one_person import Same
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import KeptAs, Words
from whatmatters.rules.funds.agreed import Every
from whatmatters.rules.people import Authority

PERSON_OF_FUND = "SELECT person_id FROM funds_fund WHERE id = NEW.{column}"


class Fund(WrittenRow):
    """One person's fund for a year of 13 instalments; its agreement has the terms.

    `ends` is its last day, where it was ended early: the day before its first where it never began.
    One that `takes_up` another has what carried over from it.
    """

    same_person = (
        Same("takes_up_id", "NEW.person_id", PERSON_OF_FUND.format(column="takes_up_id")),
    )

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="funds")
    contract = models.ForeignKey(
        "commissioning.Contract", on_delete=models.PROTECT, related_name="+"
    )
    starts = models.DateField()
    ends = models.DateField(null=True)
    takes_up = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="taken_up_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "contract", "starts"], name="fund_once"),
            begun_or_never("fund_ends_after_start"),
        ]


class AgreedSpend(WrittenRow):
    """What may be spent of a fund: for which outcome, how much, how often, by whose word (R-IS-03).

    `ends` is the last day on which it may be spent; stopping it makes that day earlier.
    """

    holds_words = (Words("fund__person", ("what",), kept_as=KeptAs.FINANCE),)
    same_person = (
        Same(
            "outcome_id",
            f"({PERSON_OF_FUND.format(column='fund_id')})",
            "SELECT person_id FROM outcomes_outcome WHERE id = NEW.outcome_id",
        ),
    )

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="agreed")
    outcome = models.ForeignKey("outcomes.Outcome", on_delete=models.PROTECT, related_name="+")
    what = models.TextField()
    pence = models.BigIntegerField()
    every = code_field(Every)
    starts = models.DateField()
    ends = models.DateField()
    agreed = code_field(Authority)
    decider = models.ForeignKey(
        "people.Decider", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pence__gt=0), name="agreed_spend_of_money"),
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")), name="agreed_spend_has_days"
            ),
            one_of("every", Every, "agreed_spend_every"),
            one_of("agreed", Authority, "agreed_spend_agreed"),
        ]


class FundClosing(AppendOnlyRow):
    """A fund's account was closed: its last balance in whole pence, once.

    `carries`: a next year's fund took up what may stay; else all that was left goes back.
    """

    fund = models.OneToOneField(Fund, on_delete=models.PROTECT, related_name="closing")
    left = models.BigIntegerField()
    carries = models.BooleanField()
