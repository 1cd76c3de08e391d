"""Money into a fund and out of it, as its provider writes it down."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.funds.models import AgreedSpend, LineWords
from whatmatters.funds.queries import paid_in, spent_of
from whatmatters.funds.queries.refusals import (
    BeyondAgreed,
    BudgetImpossible,
    InstalmentNotDue,
    InstalmentPaidIn,
)
from whatmatters.funds.services.agreeing import MOST_PENCE
from whatmatters.funds.services.held import (
    fund_event,
    last_day_of,
    must_be_inside,
    open_held_fund,
)
from whatmatters.funds.services.lines import Account
from whatmatters.rules.blocks.year import instalment_starts
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.funds.account import LineKind
from whatmatters.rules.funds.agreed import Agreed, Every, agreed_room
from whatmatters.rules.money import half_up
from whatmatters.rules.periods import PERIODS_IN_A_YEAR
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words, words_or_none


@dataclass(frozen=True, slots=True)
class BoughtGiven:
    """A spend: of which agreed one, on which day, whole pence, what for, and who sold it.

    `seller` "" where the fund's own provider did; else the purchase is brokered (R-IS-04).
    """

    agreed_id: int
    on: date
    pence: int
    what_for: str
    seller: str = ""


@transaction.atomic
def pay_in(*, by: Actor, at: datetime, fund_id: int, instalment: int, on: date, pence: int) -> int:
    """An instalment that came in, and what keeping the account takes of it; what is left.

    Raises FundNotAllowed, Absent, FundClosed, DayNotReached, InstalmentNotDue, InstalmentPaidIn,
    BudgetImpossible, FundMoved.
    """
    row = open_held_fund(by, at, Action.KEEP_FUND, fund_id)
    must_be_reached(on, at)
    _check_pence(pence)
    if not 1 <= instalment <= PERIODS_IN_A_YEAR:
        raise InstalmentNotDue(number=instalment)
    if instalment_starts(row.starts, instalment) > min(on, last_day_of(row)):
        raise InstalmentNotDue(number=instalment)
    account = Account(by, at, row)
    if instalment in paid_in(account.lines):
        raise InstalmentPaidIn(number=instalment)
    new = [account.line(LineKind.PAID_IN, on, pence, instalment=instalment)]
    fee = half_up(account.terms.management_fee * pence)
    if fee:
        new.append(account.line(LineKind.FEE, on, -fee, instalment=instalment))
    made = account.add(new)
    audit_many(by=by, at=at, events=[fund_event("fund.paid_in", row)])
    return made[-1].left


@transaction.atomic
def spend(*, by: Actor, at: datetime, given: BoughtGiven) -> int:
    """A spend as it was agreed, within what is there on its day; what is left.

    Raises FundNotAllowed, Absent, FundClosed, DayNotReached, OutsideFund, BudgetImpossible,
    BeyondAgreed, BeyondBalance, FundMoved, or what words refuse.
    """
    found = AgreedSpend.objects.of(by.council_id).filter(pk=given.agreed_id).first()
    if found is None:
        raise Absent(what="agreed_spend", id=given.agreed_id)
    row = open_held_fund(by, at, Action.KEEP_FUND, found.fund_id)
    found.refresh_from_db()
    must_be_reached(given.on, at)
    must_be_inside(row, "on", given.on)
    _check_pence(given.pence)
    what_for = words("what_for", given.what_for)
    seller = words_or_none("seller", given.seller)
    account = Account(by, at, row)
    agreed = Agreed(Every(found.every), found.pence, found.starts, found.ends)
    left = 0
    if given.on <= found.ends:
        left = agreed_room(agreed, spent_of(account.lines, found.pk), given.on)
    if given.pence > left:
        raise BeyondAgreed(left=left)
    account.must_hold(given.pence, given.on)
    (made,) = account.add([account.line(LineKind.SPENT, given.on, -given.pence, spend=found)])
    stamp = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    LineWords.objects.create(line=made, what_for=what_for, seller=seller, **stamp)
    audit_many(by=by, at=at, events=[fund_event("fund.spent", row)])
    return made.left


def _check_pence(pence: int) -> None:
    if not 1 <= pence <= MOST_PENCE:
        raise BudgetImpossible(field="pence")
