"""What stands in a form of a delivery plan when its page is opened."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from whatmatters.rota.queries import DeliveryFacts
from whatmatters.rota.web.over_form import KEEP
from whatmatters.rota.web.visit_form import NOTHING
from whatmatters.rules.rota.agreed import AgreedVisit, QuietTime
from whatmatters.rules.rota.problem import Harm
from whatmatters.teams.queries import TeamFacts


def who_initial(
    plan: DeliveryFacts | None, today: date, teams: Sequence[TeamFacts]
) -> dict[str, Any]:
    """The team and people of the plan; of a new one today, and the only team where there is one."""
    if plan is None:
        only = str(teams[0].id) if len(teams) == 1 else ""
        return {"over": 0, "starts": today, "team": only}
    return {
        "over": plan.number,
        "team": str(plan.team_id),
        "starts": plan.starts,
        "ends": plan.ends,
        "chosen": [str(pk) for pk in plan.chosen],
        "never": [str(pk) for pk in plan.never],
    }


def visit_initial(plan: DeliveryFacts, visit: AgreedVisit | None) -> dict[str, Any]:
    """A visit as it stands."""
    if visit is None:
        told = {"over": plan.number, "workers": "1", "harm": str(Harm.PERSONAL)}
        return told | {"follows": NOTHING}
    return {
        "over": plan.number,
        "what": visit.what,
        "days": [str(day) for day in sorted(visit.days)],
        "earliest": visit.earliest,
        "latest": visit.latest,
        "minutes": visit.minutes,
        "long_minutes": visit.long_minutes if visit.long_minutes != visit.minutes else None,
        "workers": str(visit.workers),
        "skills": [str(skill) for skill in visit.skills],
        "harm": str(visit.harm),
        "tolerance": visit.tolerance if visit.harm is Harm.CRITICAL else None,
        "follows": str(visit.follows or NOTHING),
        "least": visit.least,
        "most": visit.most,
        "keep": KEEP,
    }


def quiet_initial(plan: DeliveryFacts, time: QuietTime | None) -> dict[str, Any]:
    """A time as it stands."""
    if time is None:
        return {"over": plan.number}
    return {
        "over": plan.number,
        "kind": str(time.kind),
        "days": [str(day) for day in sorted(time.days)],
        "starts": time.starts,
        "ends": time.ends,
        "keep": KEEP,
    }
