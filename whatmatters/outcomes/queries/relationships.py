"""With whom a provider has to do: people with its plans, and people who were just sent to it."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from whatmatters.access.queries import Actor, register_relationship
from whatmatters.outcomes.models import PlanMove, PlanVersion, ReferralStep
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import WayInStep
from whatmatters.rules.permissions import Relationship
from whatmatters.rules.working_with import looks_back

# A declined version is open: its provider has to write the next one, and present support goes on.
OPEN = [
    PlanState.DRAFT,
    PlanState.PROPOSED,
    PlanState.AMENDMENT_REQUESTED,
    PlanState.DECLINED,
    PlanState.AGREED,
]
WITH_THEM = [WayInStep.ROUTED, WayInStep.ACCEPTED]
# Once support has started the plan speaks for itself; the others end this provider's part.
NO_LONGER = [
    WayInStep.ROUTED,
    WayInStep.DECLINED,
    WayInStep.HANDED_OFF,
    WayInStep.WITHDRAWN,
    WayInStep.STARTED,
]


def register() -> None:
    """Tell access where a provider's people are found; called once at start-up."""
    plan, referral = "plan__person_id", "referral__person_id"
    register_relationship(Relationship.PROVIDER, with_plans, column=plan, key="plans")
    register_relationship(Relationship.PROVIDER, sent_to, column=referral, key="referrals")


def with_plans(actor: Actor, on: date) -> "QuerySet[PlanVersion]":
    """Versions of the actor's organisation that are open, or ended a short while ago."""
    rows: QuerySet[PlanVersion] = PlanVersion.objects.of(actor.council_id)
    mine = rows.filter(plan__provider_id=actor.organisation_id)
    back = looks_back(actor.roles)
    told = PlanMove.objects.filter(version=OuterRef("pk"), to=PlanState.ENDED, on__gte=on)
    lately = Q(ends__gte=on - back) if back else Exists(told)
    return mine.filter(Q(state__in=OPEN) | Q(lately, state=PlanState.ENDED))


def sent_to(actor: Actor, on: date) -> "QuerySet[ReferralStep]":
    """Referrals that now lie with the actor's organisation."""
    rows: QuerySet[ReferralStep] = ReferralStep.objects.of(actor.council_id)
    mine = rows.filter(owner_id=actor.organisation_id, step__in=WITH_THEM)
    later = rows.filter(referral=OuterRef("referral"), pk__gt=OuterRef("pk"), step__in=NO_LONGER)
    return mine.filter(~Exists(later))
