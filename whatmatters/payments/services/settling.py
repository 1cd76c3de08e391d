"""Remittances: what each payer pays each payee, never below zero; a debit is carried forward."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import Sum

from whatmatters.access.queries import Actor
from whatmatters.payments.models import PaymentRun, Posting, Remittance
from whatmatters.payments.queries.expected import carried_forward
from whatmatters.payments.queries.posted import PAYABLE, parties_of
from whatmatters.payments.services.drafting import organisation_id
from whatmatters.payments.services.posting import Ledger
from whatmatters.rules.hash_chain import canonical
from whatmatters.rules.ledger import Journal, JournalKey, PostingValue, payable_account
from whatmatters.rules.remittance import Netted, Parties, net

SETTLEMENT = "settlement"
NO_AGREEMENT = 0


def settle(run: PaymentRun, by: Actor, at: datetime, ledger: Ledger) -> Sequence[Netted]:
    """Net what this run owes with what was carried, pay what is above zero, keep the rest."""
    netted = net(_due(run), carried_forward(run.council_id, run.pk))
    ledger.post(_settlements(run, netted))
    Remittance.objects.bulk_create(
        Remittance(
            council_id=run.council_id,
            by_id=by.user_id,
            at=at,
            run=run,
            payer_id=organisation_id(one.payer),
            payee_id=organisation_id(one.payee),
            earned=one.due,
            brought_forward=one.brought_forward,
            paid=one.paid,
            carried=one.carried,
        )
        for one in netted
    )
    return netted


def bank_account(payer: str) -> str:
    """Where a payer's money leaves from."""
    return f"bank:{payer}"


def _due(run: PaymentRun) -> dict[Parties, int]:
    """What the run's own entries made payable, read back from the ledger itself."""
    rows = Posting.objects.filter(entry__run=run, account__startswith=PAYABLE)
    sums = rows.values_list("account").annotate(Sum("pence"))
    return {parties_of(account): -pence for account, pence in sums}


def _settlements(run: PaymentRun, netted: Sequence[Netted]) -> Iterator[tuple[Journal, str]]:
    for one in netted:
        if not one.paid:
            continue
        subject = f"{one.payer}>{one.payee}"
        key = JournalKey(NO_AGREEMENT, run.period_start, run.period_start, SETTLEMENT, subject)
        postings = (
            PostingValue(payable_account(one.payer, one.payee), one.paid),
            PostingValue(bank_account(one.payer), -one.paid),
        )
        facts = {
            "due": one.due,
            "brought_forward": one.brought_forward,
            "paid": one.paid,
            "carried": one.carried,
        }
        yield Journal(key, postings, facts), canonical(facts).decode()
