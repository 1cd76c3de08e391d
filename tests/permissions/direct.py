"""A direct payment for the walk: chosen after the plan that is judged now, and spent from once.

Her provider manages it. The plan's review is not concluded, so its rows are written here, and not
by opening it.
"""

from datetime import timedelta
from decimal import Decimal

from tests.fixtures.case import STARTS, Case, Somebody, moment
from tests.fixtures.money import a_contract
from whatmatters.commissioning.services import sign_agreement
from whatmatters.direct_payments.models import DirectPayment
from whatmatters.direct_payments.services import LineGiven, write_line
from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.queries import route_offers
from whatmatters.outcomes.services import choose_route, offer_routes
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
