"""The account of a fund, line by line."""

from django.db import models

from whatmatters.funds.models.funds import AgreedSpend, Fund
from whatmatters.records.choices import code_field, one_of
from whatmatters.records.one_person import Same
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import KeptAs, Words
from whatmatters.rules.funds.account import LineKind


class FundLine(AppendOnlyRow):
    """Pence into one person's fund or out of it, in their order; `left` is what is left.

    A line has one fund, and whatever it names must be of that fund: money of two people cannot be
    in one line. Two who write at once would take the same place: the key lets one of them do it.
    """

    same_person = (
        Same(
            "spend_id",
            "NEW.fund_id",
            "SELECT fund_id FROM funds_agreedspend WHERE id = NEW.spend_id",
        ),
        Same(
            "reverses_id",
            "NEW.fund_id",
            "SELECT fund_id FROM funds_fundline WHERE id = NEW.reverses_id",
        ),
    )

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="lines")
    place = models.PositiveIntegerField()
    kind = code_field(LineKind)
    on = models.DateField()
    pence = models.BigIntegerField()
    left = models.BigIntegerField()
    overdraft = models.BigIntegerField()
    instalment = models.PositiveSmallIntegerField(null=True)
    spend = models.ForeignKey(
        AgreedSpend, null=True, on_delete=models.PROTECT, related_name="spends"
    )
    # The mistaken line that this one is the opposite of, about the same day: neither counts.
    reverses = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="reversed_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["fund", "place"], name="fund_place_once"),
            models.CheckConstraint(condition=~models.Q(pence=0), name="fund_moves_something"),
            models.CheckConstraint(
                condition=models.Q(left__gte=-models.F("overdraft")), name="fund_not_overdrawn"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=LineKind.SPENT)
                | models.Q(spend__isnull=False, pence__lt=0),
                name="fund_spent_as_agreed",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=LineKind.REVERSED, reverses__isnull=False)
                | (~models.Q(kind=LineKind.REVERSED) & models.Q(reverses__isnull=True)),
                name="fund_reversal_names_its_line",
            ),
            one_of("kind", LineKind, "fund_line_kind"),
        ]


class LineWords(WrittenRow):
    """What was bought and who sold it; or why a line was reversed."""

    holds_words = (Words("line__fund__person", ("what_for", "seller"), kept_as=KeptAs.FINANCE),)

    line = models.OneToOneField(FundLine, on_delete=models.PROTECT, related_name="words")
    what_for = models.TextField()
    seller = models.TextField(blank=True)
