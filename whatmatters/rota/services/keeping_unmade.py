"""Why a week that was asked for has no roster."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.rota.models import RosterAsked, RosterUnmade
from whatmatters.rota.services.version_parts import stamp
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.rota.faults import BadInput, Fault


@transaction.atomic
def keep_unmade(*, by: Actor, at: datetime, team_id: int, monday: date, why: Refusal) -> None:
    """Keep why the week as it was last asked for has no roster, to be read on its page."""
    asked = RosterAsked.objects.of(by.council_id).filter(team_id=team_id, monday=monday)
    last = asked.order_by("-id").first()
    if last is None or RosterUnmade.objects.filter(asked=last).exists():
        return
    faults = why.faults if isinstance(why, BadInput) else (Fault(why.code),)
    told = [asdict(fault) for fault in faults]
    RosterUnmade.objects.create(**stamp(by, at), asked=last, faults=told)
    audit_many(by=by, at=at, events=[Audited("roster.not_made", "team", team_id)])
