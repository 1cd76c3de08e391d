"""One body says how a contract's service goes by the six principles; what it said before stays."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from whatmatters.access.queries import Actor, may_in_council, own_organisation_only
from whatmatters.access.services import audit
from whatmatters.commissioning.models import ServiceView, ViewOfPrinciple
from whatmatters.commissioning.queries.principles import Told, newest, views
from whatmatters.commissioning.queries.seen_services import services
from whatmatters.records.locks import PRINCIPLES, lock_council
from whatmatters.rules.permissions import Action
from whatmatters.rules.principles import (
    NothingNew,
    Principle,
    PrincipleLeftOut,
    ScoredMeanwhile,
    ScoringNotAllowed,
)
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words

LONGEST = 2000


@transaction.atomic
def score_service(
    *, by: Actor, at: datetime, contract_id: int, told: Mapping[Principle, Told], seen: int
) -> int:
    """Write a view of all six down for the body that the actor acts for; the contract's id.

    `seen` is the number of its view before this one, 0 for none. Raises ScoringNotAllowed, Absent
    (also for another provider's contract), PrincipleLeftOut, ScoredMeanwhile, NothingNew, or what
    words refuse.
    """
    lock_council(by.council_id, PRINCIPLES)
    body = _must_score(by, contract_id)
    kept = {one: _checked(one, told) for one in Principle}
    before = newest(views(by.council_id, [contract_id]).get(contract_id, ())).get(body)
    if (before.number if before else 0) != seen:
        raise ScoredMeanwhile()
    if before is not None and before.told == kept:
        raise NothingNew()
    stamp: dict[str, Any] = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    view = ServiceView.objects.create(
        **stamp, contract_id=contract_id, organisation_id=body, number=seen + 1
    )
    ViewOfPrinciple.objects.bulk_create(
        ViewOfPrinciple(
            **stamp, view=view, principle=one, level=kept[one].level, evidence=kept[one].evidence
        )
        for one in Principle
    )
    audit(by=by, at=at, action="principles.scored", subject="contract", subject_id=contract_id)
    return contract_id


def _must_score(by: Actor, contract_id: int) -> int:
    """The body whose view it is."""
    action = Action.SCORE_PRINCIPLES
    if not may_in_council(by, action) or by.organisation_id is None:
        raise ScoringNotAllowed(action=str(action))
    own = own_organisation_only(by, action)
    if not services(by.council_id, ids=[contract_id], provider_id=own):
        raise Absent(what="contract", id=contract_id)
    return by.organisation_id


def _checked(one: Principle, told: Mapping[Principle, Told]) -> Told:
    if one not in told:
        raise PrincipleLeftOut(field=str(one))
    return Told(told[one].level, words(f"{one}_evidence", told[one].evidence, longest=LONGEST))
