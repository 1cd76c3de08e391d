"""Who has support that is paid as a block: no agreement of their own says so."""

from datetime import date

from django.db.models import Q

from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.queries.plans import facts
from whatmatters.rules.commissioning_models import patch_block
from whatmatters.rules.lifecycles import PlanState

BEGUN = Q(state__in=(PlanState.AGREED, PlanState.ENDED)) | Q(urgent__isnull=False)


def block_support(council_id: int) -> tuple[tuple[int, date | None], ...]:
    """People with their last day of support by a plan, None while it runs (one query).

    One begun urgently that another version took the place of ended by its own last day.
    """
    rows = PlanVersion.objects.of(council_id).filter(BEGUN, plan__contract__model=patch_block.name)
    return tuple(
        (one.person_id, one.ends if one.state is PlanState.SUPERSEDED else one.ended_on)
        for one in facts(rows)
    )
