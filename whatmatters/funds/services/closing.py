"""The end of a fund's account: what is left is parted, to the penny."""

from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.funds.models import Fund, FundClosing
from whatmatters.funds.queries import paid_in
from whatmatters.funds.queries.refusals import (
    FundNotOver,
    InstalmentMissing,
    InstalmentNotDue,
)
from whatmatters.funds.services.held import fund_event, last_day_of, open_held_fund
from whatmatters.funds.services.lines import Account
from whatmatters.rules.blocks.year import instalments
from whatmatters.rules.days import london_day
from whatmatters.rules.funds.account import Ending, LineKind, ending
from whatmatters.rules.permissions import Action


@transaction.atomic
def close_fund(*, by: Actor, at: datetime, fund_id: int) -> Ending:
    """Close an account after the fund's last day; what carries over, and what goes back.

    What may stay goes to the fund that follows this one, where one does; the next run takes the
    rest back for the payers. Raises FundNotAllowed, Absent, FundClosed, FundNotOver,
    InstalmentMissing, InstalmentNotDue, FundMoved.
    """
    row = open_held_fund(by, at, Action.KEEP_FUND, fund_id)
    if london_day(at) <= last_day_of(row):
        raise FundNotOver(ends=last_day_of(row))
    account = Account(by, at, row)
    _check_instalments(account, row)
    following = _following(row)
    parted = ending(account.balance, account.terms.carry_over_pence if following else None)
    today, new = london_day(at), []
    if parted.carried:
        new.append(account.line(LineKind.CARRIED_OUT, today, -parted.carried))
    if parted.returned:
        new.append(account.line(LineKind.RETURNED, today, -parted.returned))
    account.add(new)
    if following is not None and parted.carried:
        taken = Account(by, at, following)
        taken.add([taken.line(LineKind.CARRIED_IN, max(today, following.starts), parted.carried)])
    FundClosing.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        fund=row,
        left=parted.balance,
        carries=following is not None,
    )
    audit_many(by=by, at=at, events=[fund_event("fund.closed", row)])
    return parted


def _following(row: Fund) -> Fund | None:
    """The next year's fund, held too, while its own account is open."""
    rows = Fund.objects.select_for_update(of=("self",)).filter(takes_up=row, closing__isnull=True)
    found: Fund | None = rows.first() if row.ends is None else None
    return found


def _check_instalments(account: Account, row: Fund) -> None:
    """The account holds exactly the instalments that the fund was due."""
    there = set(paid_in(account.lines))
    due = {number for number, first in instalments(row.starts) if first <= last_day_of(row)}
    for number in sorted(due - there):
        raise InstalmentMissing(number=number)
    for number in sorted(there - due):
        raise InstalmentNotDue(number=number)
