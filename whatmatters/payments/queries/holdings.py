"""What of `payments` may be taken out: what was paid, and to a provider what was paid to it."""

from django.db.models import Q

from whatmatters.payments.models import (
    BankProposal,
    Contest,
    ContestDecision,
    JournalEntry,
    LeftOut,
    Posting,
    Remittance,
    RunLine,
)
from whatmatters.records.holdings import Holding
from whatmatters.rules.permissions import Action

MONEY = Action.SEE_PERSON_MONEY
JUDGED = ("finding__judgement__version__plan", "judgement__version__plan")
RELEASED = Q(run__release__isnull=False)
SAME = "The same payments once more, by account: they are in the lines that were paid."

HOLDINGS = (
    Holding(
        RunLine,
        ("agreement__person_id",),
        MONEY,
        without=frozenset({"inputs"}),
        provider=("payee_id",),
        only=RELEASED,
    ),
    Holding(
        LeftOut,
        ("agreement__person_id",),
        MONEY,
        without=frozenset({"told"}),
        provider=("agreement__payee_id",),
        only=RELEASED,
    ),
    Holding(
        Contest,
        tuple(f"{way}__person_id" for way in JUDGED),
        MONEY,
        provider=tuple(f"{way}__provider_id" for way in JUDGED),
    ),
    Holding(
        ContestDecision,
        tuple(f"contest__{way}__person_id" for way in JUDGED),
        MONEY,
        without=frozenset({"finder_id"}),
        provider=tuple(f"contest__{way}__provider_id" for way in JUDGED),
    ),
    Holding(Remittance, provider=("payee_id",)),
    # A commissioner takes out the council's file, and sees no whole account on any page.
    Holding(
        BankProposal,
        provider=("organisation_id",),
        without=frozenset({"sort_code", "account_number", "service_user"}),
    ),
    Holding(JournalEntry, ("agreement__person_id",), why_not=SAME),
    Holding(Posting, ("entry__agreement__person_id",), why_not=SAME),
)
