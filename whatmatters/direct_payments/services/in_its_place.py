"""A plan that a direct payment takes the place of: it must not be paid beside it."""

from datetime import date

from whatmatters.access.queries import Actor
from whatmatters.commissioning.queries import agreement_facts, agreements_of_sources
from whatmatters.direct_payments.queries.refusals import PlanRunsOn
from whatmatters.outcomes.queries import VersionFacts, versions_of_person

PLAN = "plan"


def plan_is_over(by: Actor, plan: VersionFacts, starts: date) -> None:
    """Raises PlanRunsOn while an agreement of that plan is paid on the first day or after it.

    One that nobody ended runs on until its review is concluded, at its old price.
    """
    versions = versions_of_person(plan.person_id, council_id=by.council_id)
    same = [one.id for one in versions if one.plan_id == plan.plan_id]
    signed = agreements_of_sources(by.council_id, PLAN, same).values()
    for facts in agreement_facts(by.council_id, ids=signed, with_terms=False):
        if facts.ended_on is None or facts.ended_on >= starts:
            raise PlanRunsOn(field="starts")
