"""Netting: what one payer sends one payee. Never below zero: a debit is carried and shown."""

from collections.abc import Mapping
from dataclasses import dataclass

Parties = tuple[str, str]  # payer, payee


@dataclass(frozen=True, slots=True)
class Netted:
    """Pence. `due` may be below zero; `paid` never is; `carried` is 0 or below.

    due + brought_forward = paid + carried.
    """

    payer: str
    payee: str
    due: int
    brought_forward: int
    paid: int
    carried: int


def net(
    payables: Mapping[Parties, int], brought_forward: Mapping[Parties, int]
) -> tuple[Netted, ...]:
    """One remittance for each payer and payee with anything due or brought forward, in order."""
    parties = sorted(set(payables) | {p for p, pence in brought_forward.items() if pence})
    return tuple(
        _net(pair, payables.get(pair, 0), brought_forward.get(pair, 0)) for pair in parties
    )


def _net(parties: Parties, due: int, brought_forward: int) -> Netted:
    if brought_forward > 0:
        raise ValueError("only a debit is brought forward: a credit was paid when it arose")
    balance = due + brought_forward
    paid = max(0, balance)
    return Netted(*parties, due, brought_forward, paid, balance - paid)
