"""Who has support that is paid as a block: no agreement of their own says so."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from whatmatters.outcomes.models import PlanMove, PlanVersion
from whatmatters.outcomes.queries.plans import facts
from whatmatters.rules.commissioning_models import patch_block
from whatmatters.rules.lifecycles import PlanState

OVER = (PlanState.SUPERSEDED, PlanState.ENDED)
BEGUN = Q(state__in=(PlanState.AGREED, PlanState.ENDED)) | Q(urgent__isnull=False)


def plans_past(council_id: int, contract_id: int, on: date) -> int:
    """How many plans that are paid as a block by a contract run after a day (one query)."""
    rows = PlanVersion.objects.of(council_id).filter(
        plan__contract_id=contract_id, plan__contract__model=patch_block.name
    )
    later = PlanMove.objects.filter(version=OuterRef("pk"), to=PlanState.ENDED, on__gt=on)
    running = Q(state=PlanState.AGREED) | Q(urgent__isnull=False) & ~Q(state__in=OVER)
    return int(rows.filter(Q(running, ends__gt=on) | Exists(later)).count())


def block_support(council_id: int) -> tuple[tuple[int, date | None], ...]:
    """People with their last day of support by a plan, None while it runs (one query).

    One begun urgently that another version took the place of ended by its own last day.
    """
    rows = PlanVersion.objects.of(council_id).filter(BEGUN, plan__contract__model=patch_block.name)
    return tuple(
        (one.person_id, one.ends if one.state is PlanState.SUPERSEDED else one.ended_on)
        for one in facts(rows)
    )
