"""What a run pays, or would pay: never below zero; the rest is carried, and said."""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.payments.queries import RemittanceFacts
from whatmatters.payments.queries.expected import expected
from whatmatters.rules.remittance import Netted


@dataclass(frozen=True, slots=True)
class Pays:
    """Pence: paid in all, taken off for what was carried before, and carried on by payee. `own` of
    it leaves people's own accounts, into which it was paid."""

    paid: int
    taken_off: int
    carried: dict[int, int]
    own: int = 0

    def words(self) -> list[str]:
        """What the sum alone does not say, as sentences."""
        found = []
        if self.taken_off:
            told = _("%(pounds)s that earlier runs carried is taken off first.")
            found.append(told % {"pounds": pounds(self.taken_off)})
        if self.own:
            told = _(
                "%(pounds)s of it is paid from people’s own accounts, and not by the council: it "
                "was paid into them for direct payments."
            )
            found.append(told % {"pounds": pounds(self.own)})
        if self.carried:
            told = _("Nothing is paid below zero: %(pounds)s is carried to the next run.")
            found.append(told % {"pounds": pounds(sum(self.carried.values()))})
        return found


def would_pay(council_id: int, run_id: int, own: Set[int] = frozenset()) -> Pays:
    """Of a run that waits: what it would pay if it were released now. `own`: people's accounts."""
    netted = expected(council_id, run_id)
    carried: Counter[int] = Counter()
    for one in netted:
        carried[_id(one)] -= one.carried
    return Pays(
        sum(one.paid for one in netted),
        -sum(one.brought_forward for one in netted),
        +carried,
        sum(one.paid for one in netted if _number(one.payer) in own),
    )


def has_paid(remittances: tuple[RemittanceFacts, ...], own: Set[int] = frozenset()) -> Pays:
    """Of a released run: what its statements say. `own`: people's accounts."""
    carried: Counter[int] = Counter()
    for one in remittances:
        carried[one.payee_id] -= one.carried
    return Pays(
        sum(one.paid for one in remittances),
        -sum(one.brought_forward for one in remittances),
        +carried,
        sum(one.paid for one in remittances if one.payer_id in own),
    )


def _id(one: Netted) -> int:
    return _number(one.payee)


def _number(party: str) -> int:
    return int(party.removeprefix("org:"))
