"""The ledger as a table: a row for each posting, so that each entry adds to nothing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from whatmatters.frontend.spreadsheets import Cell
from whatmatters.payments.queries.entry_views import EntryView
from whatmatters.payments.web.ledger_rows import account_words, bodies_of
from whatmatters.payments.web.rule_words import rule_words
from whatmatters.rules.money import PENCE_IN_A_POUND

PENNIES = Decimal("0.01")


def columns() -> list[str]:
    """The headings. Debits stand above zero, credits below."""
    return [
        _("Entry"),
        _("Posted on"),
        _("From"),
        _("To before"),
        _("For the period from"),
        _("Agreement"),
        _("Person’s number"),
        _("Rule"),
        _("What it pays"),
        _("About"),
        _("Account"),
        _("Pounds"),
        _("Proof of the entry"),
    ]


def file_rows(found: Sequence[EntryView]) -> Iterator[tuple[Cell, ...]]:
    """Every posting of every entry, in the order given."""
    names = bodies_of(found)
    for one in found:
        for account, pence in one.postings:
            yield (
                one.seq,
                one.at.date(),
                one.posted.start,
                one.posted.end,
                one.corrected,
                one.agreement_id,
                one.person_id,
                one.rule,
                rule_words(one.rule),
                one.subject,
                account_words(account, names),
                (Decimal(pence) / PENCE_IN_A_POUND).quantize(PENNIES),
                one.hash,
            )
