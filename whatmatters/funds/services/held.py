"""A fund of the council that an actor may act on."""

from datetime import date, datetime

from whatmatters.access.queries import Actor, sight_of
from whatmatters.access.services import Audited
from whatmatters.funds.models import Fund
from whatmatters.funds.queries.refusals import FundClosed, FundNotAllowed, OutsideFund
from whatmatters.rules.blocks.year import year_ends
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent


def must_be_allowed(by: Actor, at: datetime, action: Action, person_id: int) -> int | None:
    """Raises FundNotAllowed unless the actor may do this; the provider whose funds alone are meant.

    None: every provider's.
    """
    sight = sight_of(by, person_id, london_day(at))
    if action not in sight.actions:
        raise FundNotAllowed(action=str(action))
    return sight.provider_id


def held_fund(by: Actor, at: datetime, action: Action, fund_id: int) -> Fund:
    """The fund, held to the end of the transaction: whoever comes second sees what is left.

    Raises FundNotAllowed, or Absent (as for another provider's fund).
    """
    rows = Fund.objects.of(by.council_id).select_related("contract")
    row: Fund | None = rows.select_for_update(of=("self",)).filter(pk=fund_id).first()
    if row is None:
        raise Absent(what="fund", id=fund_id)
    only = must_be_allowed(by, at, action, row.person_id)
    if only is not None and row.contract.provider_id != only:
        raise Absent(what="fund", id=fund_id)
    return row


def open_held_fund(by: Actor, at: datetime, action: Action, fund_id: int) -> Fund:
    """The same, where its account is not closed. Raises FundClosed too."""
    row = held_fund(by, at, action, fund_id)
    if hasattr(row, "closing"):
        raise FundClosed()
    return row


def last_day_of(row: Fund) -> date:
    """The last day on which it may be spent."""
    return row.ends or year_ends(row.starts)


def must_be_inside(row: Fund, field: str, on: date) -> None:
    """Raises OutsideFund unless a day is one of the fund's."""
    if not row.starts <= on <= last_day_of(row):
        raise OutsideFund(field=field, starts=row.starts, ends=last_day_of(row))


def fund_event(action: str, row: Fund, why: str = "") -> Audited:
    """What the audit trail keeps of a fund."""
    return Audited(action, "fund", row.pk, row.person_id, why)
