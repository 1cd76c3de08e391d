"""A direct payment, worth what the plan was that she chose it instead of (R-DP-01, R-DP-02)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many, paid_account
from whatmatters.commissioning.queries import contract
from whatmatters.commissioning.services import sign_agreement
from whatmatters.direct_payments.models import DirectPayment
from whatmatters.direct_payments.queries import direct_facts
from whatmatters.direct_payments.queries.direct import MODEL, SOURCE
from whatmatters.direct_payments.queries.refusals import (
    BeforeChoice,
    DirectRuns,
    NotForDirectPayments,
    NothingToPay,
    OutsideScheme,
    RouteNotDirect,
)
from whatmatters.direct_payments.services.held import direct_event, must_be_allowed
from whatmatters.direct_payments.services.in_its_place import plan_is_over
from whatmatters.outcomes.queries import RouteOffer, VersionFacts, route_offers, version
from whatmatters.people.queries import person as person_of
from whatmatters.records.locks import DIRECT_PAYMENTS, lock_council
from whatmatters.rules.direct_payments import weekly_value
from whatmatters.rules.money import PENCE_IN_A_POUND
from whatmatters.rules.outcomes import Route
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent


@dataclass(frozen=True, slots=True)
class DirectGiven:
    """Her choice, the contract of the scheme, the first day, and where the money goes.

    `managed`: into the account of who runs the scheme; else into one of her own. Nobody names the
    budget: it is the value that both ways had. `settings`: terms other than the contract's or the
    defaults, by their names.
    """

    person_id: int
    route_id: int
    contract_id: int
    starts: date
    managed: bool = False
    settings: Mapping[str, object] = field(default_factory=dict)


@transaction.atomic
def open_direct(*, by: Actor, at: datetime, given: DirectGiven) -> int:
    """Open it and sign its agreement; its id.

    Raises DirectNotAllowed, Absent, NotForDirectPayments, OutsideScheme, RouteNotDirect,
    BeforeChoice, PlanRunsOn, DirectRuns, NothingToPay, or what signing refuses.
    """
    must_be_allowed(by, at, Action.AGREE_FUND, given.person_id)
    lock_council(by.council_id, DIRECT_PAYMENTS)
    provider_id = _scheme(by, given)
    offer, plan = _chosen(by, given)
    weekly = weekly_value(offer.value, plan.starts, plan.ends)
    if weekly <= 0:
        raise NothingToPay(field="route")
    plan_is_over(by, plan, given.starts)
    _alone(by, given)
    row: DirectPayment = DirectPayment.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=given.person_id,
        contract_id=given.contract_id,
        route_id=offer.route_id,
        account_id=provider_id if given.managed else _own_account(by, at, given.person_id),
        starts=given.starts,
    )
    _sign(by, at, row, {**given.settings, "weekly_budget": Decimal(weekly) / PENCE_IN_A_POUND})
    audit_many(by=by, at=at, events=[direct_event("direct_payment.opened", row)])
    return int(row.pk)


def _sign(by: Actor, at: datetime, row: DirectPayment, terms: Mapping[str, object]) -> None:
    sign_agreement(
        by=by,
        at=at,
        contract_id=row.contract_id,
        person_id=row.person_id,
        source=SOURCE,
        source_id=row.pk,
        starts=row.starts,
        ends=None,
        terms=terms,
        payee_id=row.account_id,
    )


def _own_account(by: Actor, at: datetime, person_id: int) -> int:
    who = person_of(person_id, council_id=by.council_id)
    if who is None:
        raise Absent(what="person", id=person_id)
    return paid_account(by=by, at=at, number=who.id, origin=who.origin)


def _scheme(by: Actor, given: DirectGiven) -> int:
    """Who runs the scheme. Raises Absent, NotForDirectPayments, OutsideScheme."""
    held = contract(by.council_id, given.contract_id)
    if held is None:
        raise Absent(what="contract", id=given.contract_id)
    if held.model != MODEL:
        raise NotForDirectPayments(field="contract")
    if held.starts > given.starts or (held.ends is not None and held.ends < given.starts):
        raise OutsideScheme(starts=held.starts, ends=held.ends or "")
    return held.provider_id


def _chosen(by: Actor, given: DirectGiven) -> tuple[RouteOffer, VersionFacts]:
    """The choice, and the plan that had its value. Raises RouteNotDirect, BeforeChoice."""
    offers = route_offers(by.council_id, [given.person_id])
    offer = next((one for one in offers if one.route_id == given.route_id), None)
    if offer is None or offer.chosen is not Route.DIRECT_PAYMENT or offer.chosen_on is None:
        raise RouteNotDirect(field="route")
    if given.starts < offer.chosen_on:
        raise BeforeChoice(chosen_on=offer.chosen_on)
    plan = version(offer.version_id, council_id=by.council_id)
    if plan is None:
        raise Absent(what="plan_version", id=offer.version_id)
    return offer, plan


def _alone(by: Actor, given: DirectGiven) -> None:
    """One direct payment at a time. Raises DirectRuns."""
    for other in direct_facts(by.council_id, person_id=given.person_id):
        if other.began and (other.ends is None or other.ends >= given.starts):
            raise DirectRuns(starts=other.starts)
