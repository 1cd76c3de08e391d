"""One team's day planned for whoever asks on a terminal, with its refusal as a sentence."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from whatmatters.access.queries import actor_for
from whatmatters.access.queries.installation import standing
from whatmatters.frontend.rota_fault_words import fault_text
from whatmatters.records.standing import of_council
from whatmatters.rota.queries.day_plans import day_plan
from whatmatters.rota.services import make_day_plan
from whatmatters.rules.days import london_day
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.rota.faults import BadInput


def planned_day(council_id: int, user_id: int, team_id: int, day: date) -> tuple[int, int, str]:
    """How many visits the day has and how many of them are planned; or why it is refused."""
    at = standing(timezone.now())
    on = london_day(at)
    with of_council(council_id):
        by = actor_for(user_id, council_id=council_id, on=on)
        try:
            make_day_plan(by=by, at=at, on=on, team_id=team_id, day=day)
        except Refusal as refusal:
            return 0, 0, refused_words(refusal)
        made = day_plan(council_id, team_id, day)
    visits = made.visits if made else ()
    return len(visits), sum(bool(visit.stops) for visit in visits), ""


def refused_words(refusal: Refusal) -> str:
    """Why nothing was kept."""
    if isinstance(refusal, BadInput):
        return " ".join(f"{fault.where}: {fault_text(fault)}" for fault in refusal.faults)
    told = {
        "not_allowed": _("This team’s day is not yours to plan."),
        "nobody_at_work": _("Nobody is at work on this day yet. Write down a shift first."),
    }
    return told.get(refusal.code, str(refusal))
