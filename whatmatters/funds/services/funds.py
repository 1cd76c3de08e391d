"""A fund with its agreement: opened for a year, ended before it is over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.commissioning.queries import agreements_of_sources, contract
from whatmatters.commissioning.services import end_agreement, sign_agreement
from whatmatters.funds.models import Fund
from whatmatters.funds.queries import FundFacts, fund_facts
from whatmatters.funds.queries.funds import MODEL, SOURCE
from whatmatters.funds.queries.refusals import (
    BudgetImpossible,
    FundOver,
    FundRuns,
    NotAFund,
    OutsideContract,
    SpentAfter,
)
from whatmatters.funds.services.held import (
    fund_event,
    must_be_allowed,
    must_be_inside,
    open_held_fund,
)
from whatmatters.records.locks import FUNDS, lock_council
from whatmatters.rules.blocks.year import year_ends
from whatmatters.rules.funds.account import LineKind
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.periods import ONE_DAY
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent


@dataclass(frozen=True, slots=True)
class FundGiven:
    """A fund as agreed: pounds a year of 13 instalments, from a day.

    `settings`: terms other than the contract's or the defaults, by their names.
    """

    person_id: int
    contract_id: int
    starts: date
    budget: Decimal
    settings: Mapping[str, object] = field(default_factory=dict)


@transaction.atomic
def open_fund(*, by: Actor, at: datetime, given: FundGiven) -> int:
    """Open a person's fund and sign its agreement; the fund's id.

    One that begins the day after another of hers under the same contract follows it. Raises
    FundNotAllowed, Absent, NotAFund, OutsideContract, FundRuns, BudgetImpossible, or what signing
    refuses.
    """
    must_be_allowed(by, at, Action.AGREE_FUND, given.person_id)
    lock_council(by.council_id, FUNDS)
    provider_id, last = _provider_of(by, given), year_ends(given.starts)
    hers = fund_facts(by.council_id, person_id=given.person_id)
    before = _before(hers, given, provider_id, last)
    row: Fund = Fund.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=given.person_id,
        contract_id=given.contract_id,
        starts=given.starts,
        takes_up_id=before,
    )
    sign_agreement(
        by=by,
        at=at,
        contract_id=row.contract_id,
        person_id=row.person_id,
        source=SOURCE,
        source_id=row.pk,
        starts=row.starts,
        ends=last,
        terms={**given.settings, "annual_budget": given.budget},
    )
    audit_many(by=by, at=at, events=[fund_event("fund.opened", row)])
    return int(row.pk)


def _provider_of(by: Actor, given: FundGiven) -> int:
    """Who holds it. Raises Absent, NotAFund, OutsideContract, BudgetImpossible."""
    held = contract(by.council_id, given.contract_id)
    if held is None:
        raise Absent(what="contract", id=given.contract_id)
    if held.model != MODEL:
        raise NotAFund(field="contract")
    last = year_ends(given.starts)
    if held.starts > given.starts or (held.ends is not None and held.ends < last):
        raise OutsideContract(starts=held.starts, ends=held.ends or "")
    if not given.budget.is_finite() or given.budget <= 0:
        raise BudgetImpossible(field="budget")
    return held.provider_id


def _before(
    hers: Iterable[FundFacts], given: FundGiven, provider_id: int, last: date
) -> int | None:
    """The fund that this one follows. One provider does not hold two of hers on one day."""
    before = None
    for other in hers:
        same = other.provider_id == provider_id
        if same and other.last_day >= given.starts and other.starts <= last:
            raise FundRuns(until=other.last_day)
        whole = other.ends is None and not other.closed and other.taken_up_by_id is None
        if other.contract_id == given.contract_id and whole:
            before = other.id if other.last_day + ONE_DAY == given.starts else before
    return before


@transaction.atomic
def end_fund(*, by: Actor, at: datetime, fund_id: int, on: date, reason: EndReason) -> None:
    """Write a fund's last day before its year is over. What is left goes back once it is closed.

    Raises FundNotAllowed, Absent, FundClosed, FundOver, OutsideFund, SpentAfter.
    """
    row = open_held_fund(by, at, Action.AGREE_FUND, fund_id)
    if row.ends is not None:
        raise FundOver(ends=row.ends)
    must_be_inside(row, "on", on)
    spent = row.lines.filter(kind=LineKind.SPENT, on__gt=on, reversed_by__isnull=True)
    last = spent.order_by("-on").values_list("on", flat=True).first()
    if last is not None:
        raise SpentAfter(last=last)
    _end(by, at, row, on, reason)


@transaction.atomic
def end_funds_of(
    *, by: Actor, at: datetime, person_ids: Iterable[int], on: date, reason: EndReason
) -> None:
    """End every fund of these people that runs beyond a day: on it, and it may still be spent then.

    One that begins later ends before it begins, and nothing is paid into it.
    """
    rows = Fund.objects.of(by.council_id).filter(person_id__in=list(person_ids))
    rows = rows.filter(Q(ends__isnull=True) | Q(ends__gt=on))
    for row in rows.filter(closing__isnull=True).order_by("id"):
        last = max(on, row.starts - ONE_DAY)
        if last < (row.ends or year_ends(row.starts)):
            _end(by, at, row, last, reason)


def _end(by: Actor, at: datetime, row: Fund, on: date, reason: EndReason) -> None:
    row.ends = on
    row.save(update_fields=["ends"])
    agreement = agreements_of_sources(by.council_id, SOURCE, [row.pk])[row.pk]
    end_agreement(by=by, at=at, agreement_id=agreement, on=on, reason=reason)
    audit_many(by=by, at=at, events=[fund_event("fund.ended", row, str(reason))])
