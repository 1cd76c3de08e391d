"""Both routes at equal value, advice before the choice, chosen once by the person (R-WI-14)."""

from datetime import timedelta

import pytest

from tests.fixtures.case import a_case, moment
from tests.fixtures.reviewed import AFTER, ENDS, an_agreed
from whatmatters.outcomes.queries import route_offers
from whatmatters.outcomes.services.route_refusals import (
    ChosenBeforeAdvised,
    RouteAlreadyChosen,
    RoutesAlreadyOffered,
    RoutesTooEarly,
)
from whatmatters.outcomes.services.routes import choose_route, offer_routes
from whatmatters.outcomes.services.voices import VoiceRefused
from whatmatters.rules.outcomes import Route
from whatmatters.rules.refusals import Absent
from whatmatters.rules.word_refusals import WordsMissing


def test_one_value_for_both_routes_and_the_choice_is_kept(db: None) -> None:
    found = an_agreed()
    case = found.case
    offer = {"by": case.social_worker, "version_id": found.version_id, "on": ENDS}
    offer_routes(**offer, at=moment(ENDS), advice="Esboniwyd y ddau lwybr")
    with pytest.raises(RoutesAlreadyOffered):
        offer_routes(**offer, at=moment(ENDS), advice="Eto")
    choice = {"at": moment(AFTER), "version_id": found.version_id, "route": Route.DIRECT_PAYMENT}
    for nobody in (case.social_worker, case.manager):
        with pytest.raises(VoiceRefused):
            choose_route(by=nobody, on=AFTER, **choice)
    with pytest.raises(ChosenBeforeAdvised):
        choose_route(by=found.person.actor, on=ENDS - timedelta(days=1), **choice)
    choose_route(by=found.person.actor, on=AFTER, **choice)
    with pytest.raises(RouteAlreadyChosen):
        choose_route(by=found.person.actor, on=AFTER, **choice)
    (kept,) = route_offers(case.council_id, [found.person.id])
    assert (kept.value, kept.advice) == (224_000, "Esboniwyd y ddau lwybr")
    assert (kept.chosen, kept.chosen_on) == ("direct_payment", AFTER)


def test_no_offer_without_advice_before_its_time_or_by_the_provider(db: None) -> None:
    found = an_agreed()
    case = found.case
    early = ENDS - timedelta(days=1)
    offer = {"version_id": found.version_id, "at": moment(ENDS)}
    with pytest.raises(WordsMissing):
        offer_routes(by=case.social_worker, advice=" ", on=ENDS, **offer)
    with pytest.raises(RoutesTooEarly):
        offer_routes(by=case.social_worker, advice="x", on=early, **offer)
    with pytest.raises(VoiceRefused):
        offer_routes(by=case.manager, advice="x", on=ENDS, **offer)
    with pytest.raises(Absent):
        offer_routes(by=a_case("W06000003").commissioner, advice="x", on=ENDS, **offer)
    with pytest.raises(Absent):
        choose_route(by=found.person.actor, route=Route.PROVIDER_PLAN, on=ENDS, **offer)
    assert route_offers(case.council_id, [found.person.id]) == ()
