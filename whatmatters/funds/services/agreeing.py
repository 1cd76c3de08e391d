"""What may be spent of a fund, agreed with her: for which outcome, how much, how often."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.funds.models import AgreedSpend
from whatmatters.funds.queries.refusals import (
    BudgetImpossible,
    NotHerDecider,
    NotHerOutcome,
    OutsideFund,
    WordNotSaid,
)
from whatmatters.funds.services.held import (
    fund_event,
    last_day_of,
    must_be_inside,
    open_held_fund,
)
from whatmatters.outcomes.queries import outcome_facts
from whatmatters.people.queries import deciders
from whatmatters.rules.days import london_day
from whatmatters.rules.funds.agreed import Every
from whatmatters.rules.people import Authority
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words

MOST_PENCE = 10**10


@dataclass(frozen=True, slots=True)
class SpendGiven:
    """What may be bought, for which outcome, pence each time, how often, between which days.

    Whose word it is is told and never assumed: `herself`, or `decider_id` where somebody who
    decides for her agreed. `ends` None: to the fund's last day.
    """

    fund_id: int
    outcome_id: int
    what: str
    pence: int
    every: Every
    starts: date
    ends: date | None = None
    herself: bool = False
    decider_id: int | None = None


@transaction.atomic
def agree_spend(*, by: Actor, at: datetime, given: SpendGiven) -> int:
    """Keep what was agreed with her; its id.

    Raises FundNotAllowed, Absent, FundClosed, OutsideFund, BudgetImpossible, NotHerOutcome,
    WordNotSaid, NotHerDecider, or what words refuse.
    """
    row = open_held_fund(by, at, Action.AGREE_FUND, given.fund_id)
    what = words("what", given.what)
    if not 1 <= given.pence <= MOST_PENCE:
        raise BudgetImpossible(field="pence")
    ends = given.ends or last_day_of(row)
    must_be_inside(row, "starts", given.starts)
    must_be_inside(row, "ends", ends)
    if ends < given.starts:
        raise OutsideFund(field="ends", starts=given.starts, ends=last_day_of(row))
    outcome = outcome_facts([given.outcome_id]).get(given.outcome_id)
    if outcome is None or outcome.person_id != row.person_id or outcome.retired_on is not None:
        raise NotHerOutcome()
    authority = _whose(row.person_id, given, at)
    made = AgreedSpend.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        fund=row,
        outcome_id=given.outcome_id,
        what=what,
        pence=given.pence,
        every=given.every,
        starts=given.starts,
        ends=ends,
        agreed=authority,
        decider_id=given.decider_id,
    )
    audit_many(by=by, at=at, events=[fund_event("fund.spend_agreed", row)])
    return int(made.pk)


@transaction.atomic
def stop_spend(*, by: Actor, at: datetime, agreed_id: int, on: date) -> None:
    """Say that an agreed spend ends on a day, which still counts; what was spent stays spent.

    Raises FundNotAllowed, Absent, FundClosed, OutsideFund.
    """
    found = AgreedSpend.objects.of(by.council_id).filter(pk=agreed_id).first()
    if found is None:
        raise Absent(what="agreed_spend", id=agreed_id)
    row = open_held_fund(by, at, Action.AGREE_FUND, found.fund_id)
    last = found.spends.filter(reversed_by__isnull=True).order_by("-on").first()
    first = max(found.starts, last.on) if last else found.starts
    if not first <= on <= found.ends:
        raise OutsideFund(field="on", starts=first, ends=found.ends)
    found.ends = on
    found.save(update_fields=["ends"])
    audit_many(by=by, at=at, events=[fund_event("fund.spend_stopped", row)])


def _whose(person_id: int, given: SpendGiven, at: datetime) -> Authority:
    if given.herself == (given.decider_id is not None):
        raise WordNotSaid()
    if given.decider_id is None:
        return Authority.OWN
    for one in deciders(person_id, london_day(at)):
        if one.id == given.decider_id:
            return one.authority
    raise NotHerDecider()
