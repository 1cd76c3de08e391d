"""Calls to people of whom something was promised that an accepted plan does not keep."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.rota import models as rows
from whatmatters.rota.queries.offers import calls_made, plans_of
from whatmatters.rota.queries.to_ring import to_ring
from whatmatters.rota.services.answering_offers import offer_of_team
from whatmatters.rota.services.version_parts import stamp
from whatmatters.rules.refusals import Absent
from whatmatters.rules.rota.day_refusals import OfferNotAccepted, RungAlready


@transaction.atomic
def mark_rung(*, by: Actor, at: datetime, on: date, offer_id: int, visit_ids: Sequence[int]) -> int:
    """Write down that somebody was rung about these visits; how many. Each is logged by name.

    Raises Absent, DayNotAllowed, OfferNotAccepted, RungAlready.
    """
    if not offer_of_team(by, on, offer_id).accepted:
        raise OfferNotAccepted()
    asked = {
        visit.visit_id: visit.person_id for visit in to_ring(*plans_of(by.council_id, offer_id))
    }
    for pk in visit_ids:
        if pk not in asked:
            raise Absent(what="visit", id=pk)
    if {call.visit_id for call in calls_made(offer_id)} & set(visit_ids):
        raise RungAlready()
    rows.CourtesyCall.objects.bulk_create(
        rows.CourtesyCall(**stamp(by, at), offer_id=offer_id, visit_id=pk) for pk in visit_ids
    )
    rung = [Audited("day.rung", "live_offer", offer_id, asked[pk]) for pk in visit_ids]
    audit_many(by=by, at=at, events=rung)
    return len(visit_ids)
