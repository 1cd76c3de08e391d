"""What the figures of one scope are counted from: each query of the register at most once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from whatmatters.insight.queries.scopes import Scope
from whatmatters.outcomes.queries.cost_figures import cost_figures
from whatmatters.outcomes.queries.figure_facts import (
    CostFigure,
    DeclineFigure,
    GapFigure,
    PlanFigure,
    StartFigure,
)
from whatmatters.outcomes.queries.figures import (
    decline_figures,
    gap_figures,
    plan_figures,
    start_figures,
)
from whatmatters.outcomes.queries.judged_figures import JudgedFigure, judged_figures
from whatmatters.payments.queries.figures import SpendFigure, spend_figures
from whatmatters.policy.measures import measure_weeks
from whatmatters.rules.measures.register import Measure
from whatmatters.rules.periods import Period


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows inside the scope and beside it; nothing of a query that no figure here needs."""

    period: Period
    plans: tuple[PlanFigure, ...] = ()
    judged: tuple[JudgedFigure, ...] = ()
    starts: tuple[StartFigure, ...] = ()
    declines: tuple[DeclineFigure, ...] = ()
    gaps: tuple[GapFigure, ...] = ()
    costs: tuple[CostFigure, ...] = ()
    spend: tuple[SpendFigure, ...] = ()


def weeks_until(on: date) -> Period:
    """The weeks that a figure of a period looks back, this day included."""
    return Period(on - timedelta(weeks=measure_weeks()) + timedelta(days=1), on + timedelta(days=1))


def read_facts(scope: Scope, *, on: date, only: Collection[Measure] = ()) -> Facts:
    """What there is up to a day, in at most seven queries; of `only` in as many as those need."""
    measures = only or scope.measures().values()
    asked = {measure.query.rpartition(".")[2] for measure in measures}
    council, among, period = scope.council_id, scope.among, weeks_until(on)
    days = (council, period.start, on, among)
    return Facts(
        period=period,
        plans=plan_figures(council, on=on, among=among) if "plan_figures" in asked else (),
        judged=judged_figures(*days) if "judged_figures" in asked else (),
        starts=start_figures(*days) if "start_figures" in asked else (),
        declines=decline_figures(*days) if "decline_figures" in asked else (),
        gaps=gap_figures(*days) if "gap_figures" in asked else (),
        costs=cost_figures(*days) if "cost_figures" in asked else (),
        spend=spend_figures(*days) if "spend_figures" in asked else (),
    )
