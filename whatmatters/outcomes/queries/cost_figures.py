"""What concluded plans cost and achieved, by category of outcome: for the cost of an outcome.

The price is what was agreed for the whole plan, not what has been paid so far: a plan is still
being paid when it is judged, and a later correction must not move what an outcome cost. A plan that
is paid as a block has no price: its rows say so, and are in no cost.
"""

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import Count, Q

from whatmatters.access.queries.among import EVERYBODY, Among
from whatmatters.outcomes.models import Finding
from whatmatters.outcomes.queries.figure_facts import CostFigure
from whatmatters.outcomes.queries.judged_figures import PERSON, PROVIDER, ended_between
from whatmatters.outcomes.queries.seals import LET_GO
from whatmatters.rules.commissioning_models import patch_block
from whatmatters.rules.outcomes import Category
from whatmatters.rules.shares import WHOLE

VERSION, PRICE = "judgement__version_id", "judgement__version__price"
MODEL = "judgement__version__plan__contract__model"
PATCH, CATEGORY = "judgement__version__plan__person__patch", "outcome__category"
KEYS = (
    VERSION,
    PROVIDER,
    PERSON,
    f"{PATCH}_id",
    f"{PATCH}__name_en",
    f"{PATCH}__name_cy",
    CATEGORY,
    PRICE,
    MODEL,
)


def cost_figures(
    council_id: int, first: date, last: date, among: Among = EVERYBODY
) -> tuple[CostFigure, ...]:
    """Reviews concluded in these days (both included): a row for each plan and category."""
    rows: Any = Finding.objects.of(council_id).filter(
        ended_between(first, last) & among.narrow(PROVIDER, PERSON)
    )
    kept = rows.exclude(outcome__state__in=LET_GO).order_by(VERSION, CATEGORY)
    grouped = kept.values(*KEYS).annotate(n=Count("id"), w=Count("id", filter=Q(tenths=WHOLE)))
    told = list(grouped.values_list(*KEYS, "n", "w"))
    judged: Counter[int] = Counter()
    for version, *_, n, _wholly in told:
        judged[version] += n
    return tuple(_figure(row, judged[row[0]], among) for row in told)


def _figure(row: tuple[Any, ...], judged: int, among: Among) -> CostFigure:
    version, provider, person, patch, name_en, name_cy, category, price, model, n, wholly = row
    return CostFigure(
        version,
        provider,
        among.holds(provider, person),
        person,
        patch,
        name_en or "",
        name_cy or "",
        Category(category),
        price,
        judged,
        n,
        wholly,
        model == patch_block.name,
    )
