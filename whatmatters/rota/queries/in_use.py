"""Which plan of a day is in use: the newest, and of those that were only offered the accepted."""

from datetime import date

from django.db.models import Q

from whatmatters.rota.models import DayPlan

# What was never an offer, or is one that somebody of the team accepted.
STANDS = Q(offer__isnull=True) | Q(offer__answer__yes=True)


def plan_in_use(council_id: int, team_id: int, on: date) -> DayPlan | None:
    """The row; None where the day has none. An offer is accepted over the plan in use alone."""
    rows = DayPlan.objects.of(council_id).filter(STANDS, team_id=team_id, on=on)
    return rows.order_by("-id").first()
