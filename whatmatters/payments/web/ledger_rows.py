"""Entries of the ledger in words: who is paid, for whom, and which accounts moved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.access.queries.names import organisation_names
from whatmatters.payments.queries.entry_views import EntryView, Sums
from whatmatters.payments.queries.posted import BETWEEN_PARTIES, REPAYABLE, parties_of
from whatmatters.payments.web.rule_words import rule_words
from whatmatters.people.queries import person_facts

ORGANISATION = "org:"


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry as a list shows it; `name` as payment runs tell it, "" for no one person."""

    entry: EntryView
    rule: str
    payee: str
    name: str
    sums: Sums


def shown_rows(found: Iterable[EntryView]) -> list[EntryRow]:
    """In the order given, in two queries."""
    told = list(found)
    names = bodies_of(told)
    people = person_facts({one.person_id for one in told if one.person_id is not None})
    return [
        EntryRow(
            one,
            rule_words(one.rule),
            ", ".join(sorted({names.get(payee, "") for payee in payees_of(one)})),
            people[one.person_id].full_name if one.person_id in people else "",
            one.sums,
        )
        for one in told
    ]


def bodies_of(found: Iterable[EntryView]) -> dict[int, str]:
    """The names of every organisation whose accounts these entries move."""
    accounts = [account for one in found for account, _pence in one.postings]
    return organisation_names({body for account in accounts for body in _bodies(account)})


def payees_of(one: EntryView) -> set[int]:
    """Who is paid, or pays back, by an entry."""
    return {
        _number(parties_of(account)[1])
        for account, _pence in one.postings
        if account.startswith(BETWEEN_PARTIES)
    }


def account_words(account: str, names: dict[int, str]) -> str:
    """An account as a sentence: a cost, what is owed between two, or what left a bank."""
    if account.startswith(BETWEEN_PARTIES):
        payer, payee = (names.get(_number(one), one) for one in parties_of(account))
        told = {"payer": payer, "payee": payee}
        if account.startswith(REPAYABLE):
            return _("What %(payee)s is to pay back to %(payer)s") % told
        return _("What %(payer)s owes %(payee)s") % told
    kind, _sign, body = account.partition(":")
    named = names.get(_number(body), body)
    if kind == "bank":
        return _("Bank of %(name)s") % {"name": named}
    return _("Cost to %(name)s") % {"name": named}


def _bodies(account: str) -> Iterator[int]:
    parts = account.split(":")
    return (int(parts[at + 1]) for at, part in enumerate(parts) if part == "org")


def _number(body: str) -> int:
    return int(body.removeprefix(ORGANISATION))
