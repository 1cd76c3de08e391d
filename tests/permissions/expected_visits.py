"""Who may open what was agreed about visits: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

MANAGER = {"provider_manager:provider"}
ANSWER = MANAGER | {"person:self", "family:decider"}
TEAM = MANAGER | {"team_member:assigned"}
AT_WORK = TEAM | {"provider_manager:rival", "team_member:provider"}
AT_WORK |= {"care_worker:assigned", "care_worker:provider"}
SEE = ANSWER | {"social_worker:assigned", "care_worker:assigned", "team_member:assigned"}


def visit_rows(row: Callable[..., Any], person: Callable[..., Any]) -> dict[str, Any]:
    """The rows of delivery plans, made with two makers of `expected.py`. Never the council's."""
    return {
        "delivery": person(SEE | {"family:shared"}, shows="name"),
        "delivery_write": person(MANAGER, shows="name"),
        "delivery_who": person(MANAGER, MANAGER, shows="name"),
        "delivery_visit": person(MANAGER, MANAGER, shows="name"),
        "delivery_quiet": person(MANAGER, MANAGER, shows="name"),
        "delivery_answer": person(ANSWER, ANSWER),
        "rota_list": row(TEAM | {"provider_manager:rival", "team_member:provider"}),
        "hours_own": row(AT_WORK),
        # Whoever the plan of today sends to her.
        "round_staying": row({"team_member:assigned"}, {"team_member:assigned"}, shows="name"),
        "hours_tell": row(TEAM, TEAM),
        "hours_leave": row(TEAM, TEAM),
        "rota_hours": row(TEAM),
        "rota_needs": row(TEAM),
        "rota_need": row(TEAM, TEAM),
        "rota_week": row(TEAM),
        "rota_week_make": row(TEAM, TEAM),
        "rota_accept": row(TEAM, TEAM),
        "rota_day": row(TEAM),
        "rota_shift": row(TEAM, TEAM),
        "rota_strike": row(TEAM, TEAM),
        "rota_ability": row(TEAM, TEAM),
        "rota_make": row(TEAM, TEAM),
        "rota_happened": row(TEAM, TEAM),
        "rota_offer": row(TEAM, TEAM),
    }
