"""A direct payment for the walk: chosen after the plan that is judged now, and spent from once.

Her provider manages it. The plan's review is not concluded, so its rows are written here, and not
by opening it.
"""

from datetime import timedelta
from decimal import Decimal

from tests.fixtures.case import STARTS, Case, Somebody, moment
from tests.fixtures.money import a_contract
from whatmatters.access.services import worker_account
from whatmatters.commissioning.services import sign_agreement
from whatmatters.direct_payments.models import BoughtDay, DirectPayment, Introduction
from whatmatters.direct_payments.services import LineGiven, write_line
from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.queries import route_offers
from whatmatters.outcomes.services import choose_route, offer_routes
from whatmatters.people.models import Person
from whatmatters.rules.direct_payments import RecordKind
from whatmatters.rules.outcomes import Route

ENDS = STARTS + timedelta(days=83)
OPENED = STARTS + timedelta(days=84)  # after every run of the walk


def direct_payment(case: Case, herself: Somebody, ids: dict[str, object]) -> None:
    """Adds direct_id, of the person that pages are about."""
    version = PlanVersion.objects.filter(plan_id=ids["plan_id"]).order_by("id").first()
    assert version is not None
    at, by = moment(ENDS), case.social_worker
    offer_routes(by=by, at=at, version_id=version.pk, advice="Both ways told", on=ENDS)
    way = Route.DIRECT_PAYMENT
    choose_route(by=herself.actor, at=at, version_id=version.pk, route=way, on=ENDS)
    stamp = {"council_id": case.council_id, "by_id": by.user_id, "at": at}
    row = DirectPayment.objects.create(
        **stamp,
        person_id=herself.id,
        contract_id=a_contract(case, model="direct_payment"),
        route_id=route_offers(case.council_id, [herself.id])[0].route_id,
        account_id=case.provider_id,
        starts=OPENED,
    )
    sign_agreement(
        by=by,
        at=at,
        contract_id=row.contract_id,
        person_id=herself.id,
        source="direct_payment",
        source_id=row.pk,
        starts=OPENED,
        ends=None,
        terms={"weekly_budget": Decimal("231.92")},
    )
    line = LineGiven(row.pk, RecordKind.SPENT, OPENED, 1_250, "Megan, who helps me")
    write_line(by=herself.actor, at=moment(OPENED), given=line)
    ids["direct_id"] = row.pk
    ids["introduction_id"] = _introduced(case, row)


def _introduced(case: Case, row: DirectPayment) -> int:
    """A worker whom a platform found, and a day of theirs; written here for the same reason."""
    stamp = {"council_id": case.council_id, "by_id": case.social_worker.user_id, "at": row.at}
    origin = Person.objects.get(pk=row.person_id).origin
    made = Introduction.objects.create(
        **stamp,
        direct_payment=row,
        contract_id=a_contract(case, model="introductory_agency"),
        account_id=worker_account(
            by=case.social_worker, at=row.at, number=f"{row.pk}-1", origin=origin
        ),
        who_comes="Nia, who helps me",
        starts=OPENED,
    )
    sign_agreement(
        by=case.social_worker,
        at=row.at,
        contract_id=made.contract_id,
        person_id=row.person_id,
        source="introduction",
        source_id=made.pk,
        starts=OPENED,
        ends=None,
        terms={"hourly_price": Decimal("16.00")},
        payee_id=made.account_id,
        payer_id=row.account_id,
    )
    BoughtDay.objects.create(**stamp, introduction=made, on=OPENED, revision=1, minutes=60)
    return int(made.pk)
