"""Re-prices any plan from scratch, in plain Python, whoever made it.

    >>> judge(problem, plan).broken        # doctest: +SKIP

Every plan that the product shows has passed it; it shares nothing with what makes plans.
"""

from whatmatters.rules.rota.hard_rules import broken_rules
from whatmatters.rules.rota.plan import Plan, Verdict
from whatmatters.rules.rota.problem import Problem
from whatmatters.rules.rota.tiers import figures_of, tiers_of


def judge(problem: Problem, plan: Plan) -> Verdict:
    """Every hard rule that the plan breaks, what it costs tier by tier, and its figures.

    A plan that names what the problem does not know has rules broken and no tiers.
    """
    broken = broken_rules(problem, plan)
    if any(rule.code.startswith("unknown_") for rule in broken):
        return Verdict(broken, (), {})
    return Verdict(broken, tiers_of(problem, plan), figures_of(problem, plan))
