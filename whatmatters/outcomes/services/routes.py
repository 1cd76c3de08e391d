"""After the initial support: two routes of equal value, advice first, then a choice (R-WI-14)."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import PlanVersion, RouteChoice
from whatmatters.outcomes.services.in_force import PlanNotInForce, versions_of_council
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.route_refusals import (
    ChosenBeforeAdvised,
    RouteAlreadyChosen,
    RoutesAlreadyOffered,
    RoutesTooEarly,
    RouteWithoutValue,
)
from whatmatters.outcomes.services.signing import in_block
from whatmatters.outcomes.services.voices import voices_for
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Party, Route
from whatmatters.rules.people import Authority
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words

OFFERED_FROM = (PlanState.AGREED, PlanState.ENDED)


@transaction.atomic
def offer_routes(*, by: Actor, at: datetime, version_id: int, advice: str, on: date) -> int:
    """Offer a provider's plan or a direct payment, both at the version's price; the offer's id.

    Nobody can name two values: there is one. Raises VoiceRefused, RoutesTooEarly,
    RouteWithoutValue, WordsMissing (no advice), RoutesAlreadyOffered, PlanNotInForce,
    PersonHasDied, Absent.
    """
    version = _reviewed(by, version_id, must_be_reached(on, at))
    _voice(by, version, Party.COUNCIL, on)
    if in_block(by.council_id, [version]):
        raise RouteWithoutValue()
    given = words("advice", advice)
    try:
        with transaction.atomic():
            made = RouteChoice.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                version=version,
                value=version.price,
                advice=given,
                advised_on=on,
            )
    except IntegrityError as twice:
        raise RoutesAlreadyOffered(version_id=version_id) from twice
    _audit(by, at, "routes.offered", made.pk, version.plan.person_id)
    return int(made.pk)


@transaction.atomic
def choose_route(
    *,
    by: Actor,
    at: datetime,
    version_id: int,
    route: Route,
    on: date,
    authority: Authority | None = None,
) -> None:
    """The person (or who decides for her) chooses, once, after the advice.

    Raises VoiceRefused, ChosenBeforeAdvised, RouteAlreadyChosen, PersonHasDied, Absent (no offer).
    """
    version = versions_of_council(by, [version_id])[version_id]
    check_living(by.council_id, [(version.plan.person_id, must_be_reached(on, at))])
    _voice(by, version, Party.PERSON, on, authority)
    offer = RouteChoice.objects.of(by.council_id).filter(version=version)
    held = offer.first()
    if not isinstance(held, RouteChoice):
        raise Absent(what="route_offer", id=version_id)
    if on < held.advised_on:
        raise ChosenBeforeAdvised(advised_on=held.advised_on, on=on)
    if offer.filter(chosen__isnull=True).update(chosen=route, chosen_on=on) != 1:
        raise RouteAlreadyChosen(version_id=version_id)
    _audit(by, at, "route.chosen", held.pk, version.plan.person_id, str(route))


def _reviewed(by: Actor, version_id: int, on: date) -> PlanVersion:
    version = versions_of_council(by, [version_id])[version_id]
    check_living(by.council_id, [(version.plan.person_id, on)])
    if version.state not in OFFERED_FROM:
        raise PlanNotInForce(version_id=version_id, state=str(version.state))
    earliest = min(version.review_on, version.ends)
    if on < earliest:
        raise RoutesTooEarly(earliest=earliest, on=on)
    return version


def _voice(
    by: Actor, version: PlanVersion, party: Party, on: date, claimed: Authority | None = None
) -> None:
    plan = version.plan
    voices_for([plan.person_id], on).authority(
        by=by,
        party=party,
        person_id=plan.person_id,
        provider_id=plan.provider_id,
        claimed=claimed,
    )


def _audit(
    by: Actor, at: datetime, action: str, subject_id: int, person_id: int, why: str = ""
) -> None:
    event = Audited(action, "route_choice", subject_id, person_id, why)
    audit_many(by=by, at=at, events=[event])
