"""A person of the team accepts or declines an offered plan."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.policy.rota import offer_minutes
from whatmatters.records.locks import DAY_PLANS, lock_council
from whatmatters.rota import models as rows
from whatmatters.rota.queries.offers import OfferFacts, offer
from whatmatters.rota.services.at_work import must_plan
from whatmatters.rota.services.version_parts import stamp
from whatmatters.rules.refusals import Absent
from whatmatters.rules.rota.day_refusals import OfferAnswered, OfferTooOld, ReplannedMeanwhile
from whatmatters.rules.rota.live_age import too_old


@transaction.atomic
def answer_offer(*, by: Actor, at: datetime, on: date, offer_id: int, yes: bool) -> int:
    """Accept it, and its plan is the one in use; or decline it. What people were told stays told.

    Raises Absent, DayNotAllowed, OfferAnswered, ReplannedMeanwhile, OfferTooOld.
    """
    lock_council(by.council_id, DAY_PLANS)
    found = offer_of_team(by, on, offer_id)
    if found.accepted is not None:
        raise OfferAnswered()
    if yes and not found.stands:
        raise ReplannedMeanwhile()
    if yes and too_old(found.at, at, on, found.on, offer_minutes()):
        raise OfferTooOld()
    over = rows.LiveOffer.objects.values_list("over_id", flat=True).get(pk=offer_id)
    try:
        with transaction.atomic():
            made = rows.LiveAnswer.objects.create(
                **stamp(by, at), offer_id=offer_id, yes=yes, over_id=over if yes else None
            )
    except IntegrityError as twice:
        raise ReplannedMeanwhile() from twice
    what = "day.accepted" if yes else "day.declined"
    audit_many(by=by, at=at, events=[Audited(what, "live_offer", offer_id)])
    return int(made.pk)


def offer_of_team(by: Actor, on: date, offer_id: int) -> OfferFacts:
    """An offer of a day that is the actor's to plan. Raises Absent, DayNotAllowed."""
    found = offer(by.council_id, offer_id)
    if found is None:
        raise Absent(what="live_offer", id=offer_id)
    must_plan(by, on, found.team_id)
    return found
