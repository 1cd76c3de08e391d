"""The checker's word is last: what it refuses leaves the plan, and is then not covered."""

from whatmatters.rules.rota.hard_rules import broken_rules
from whatmatters.rules.rota.plan import Broken, Plan
from whatmatters.rules.rota.problem import Problem


def made_legal(problem: Problem, plan: Plan) -> Plan:
    """The plan, less one visit a finding, until no hard rule is broken. Starts stay as they were:
    where ways obey the triangle, leaving a visit out delays nobody.

    A plan of nothing breaks no rule, so this ends.
    """
    while found := broken_rules(problem, plan):
        guilty = _guilty(plan, found[0])
        routes = {
            shift: tuple(stop for stop in route if stop.visit != guilty)
            for shift, route in plan.routes.items()
        }
        plan = Plan(routes) if guilty else Plan({})
    return plan


def _guilty(plan: Plan, broken: Broken) -> str:
    """A visit that a finding is about: of a shift that is too long, its last."""
    for key in ("visit", "then"):
        if key in broken.params:
            return str(broken.params[key])
    route = plan.routes.get(str(broken.params.get("shift", "")), ())
    return route[-1].visit if route else ""
