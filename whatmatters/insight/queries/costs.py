"""What an outcome cost to achieve, by category and by patch, each with its interval (R-WI-17).

A plan's agreed price is shared equally among the outcomes judged in it: to share it otherwise one
would have to know how long each took, and nobody counts minutes here. A plan that is paid as a
block has no price: it is left out, and said to be.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from whatmatters.outcomes.queries.figure_facts import CostFigure
from whatmatters.policy.queries import wilson_z
from whatmatters.rules.measures.rates import Counted, may_tell
from whatmatters.rules.measures.ratio import Ratio, ratio
from whatmatters.rules.measures.withholding import withheld

Rows = list[CostFigure]


@dataclass(frozen=True, slots=True)
class Cost:
    """One row: `told` None where it would tell of few. `ratio` None: too few for an interval.

    `name_en` and `name_cy` are of a patch; a category has its words.
    """

    key: str
    told: Counted | None
    pence: int
    ratio: Ratio | None
    name_en: str = ""
    name_cy: str = ""


@dataclass(frozen=True, slots=True)
class Costs:
    """All outcomes, then by category and by patch, the most achieved first.

    `left_out`: plans that are paid as a block, which have no price; None: some, but few.
    """

    whole: Cost
    categories: tuple[Cost, ...]
    patches: tuple[Cost, ...]
    left_out: int | None = 0


def costs_of(rows: Iterable[CostFigure], *, part: bool, minimum: int) -> Costs:
    """The costs of what lies inside; `part`: others may know the department's."""
    every = list(rows)
    within = [row for row in every if row.inside]
    own, beside = priced(within), every if part else within

    def by(key: Callable[[CostFigure], Hashable]) -> tuple[Cost, ...]:
        return _by(key, own, beside, minimum)

    return Costs(
        whole=_cost("", own, beside, minimum),
        left_out=_left_out(within, minimum),
        categories=by(lambda row: row.category),
        patches=by(lambda row: row.patch_id),
    )


def priced(rows: Iterable[CostFigure]) -> Rows:
    """Without the plans that are paid as a block: they cost something, and nobody knows what."""
    return [row for row in rows if not row.as_block]


def _left_out(rows: Rows, minimum: int) -> int | None:
    held = [row for row in rows if row.as_block]
    people = len({row.person_id for row in held})
    return len({row.version_id for row in held}) if not 0 < people < minimum else None


def _by(
    key: Callable[[CostFigure], Hashable], own: Rows, beside: Rows, minimum: int
) -> tuple[Cost, ...]:
    parts, wholes = _grouped(key, own), _grouped(key, beside)
    people = {k: len({row.person_id for row in rows}) for k, rows in parts.items()}
    achieved = {k: sum(row.wholly for row in rows) for k, rows in parts.items()}
    hidden = withheld(people, minimum) | withheld(achieved, minimum)
    found = []
    for k, rows in parts.items():
        one = _cost(str(k), [] if k in hidden else rows, wholes[k], minimum, names=rows[0])
        found.append(one)
    return tuple(sorted(found, key=_order))


def _order(cost: Cost) -> tuple[int, str]:
    return -(cost.told.numerator if cost.told else 0), cost.key


def _grouped(key: Callable[[CostFigure], Hashable], rows: Rows) -> dict[Hashable, Rows]:
    found: defaultdict[Hashable, Rows] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _cost(
    key: str, rows: Rows, beside: Rows, minimum: int, *, names: CostFigure | None = None
) -> Cost:
    counted, pairs = counted_costs(rows), pairs_of(rows)
    pence = round(sum(cost for cost, _ in pairs))
    # Other figures count all that was judged, those without a price too: neither may tell of few.
    wholes = counted_costs(priced(beside)), counted_costs(beside)
    told = counted if all(_may_tell(counted, one, minimum) for one in wholes) else None
    return Cost(
        key,
        told,
        pence if told else 0,
        ratio(pairs, z=wilson_z()) if told else None,
        names.patch_en if names else "",
        names.patch_cy if names else "",
    )


def _may_tell(own: Counted, whole: Counted, minimum: int) -> bool:
    """Achieved outcomes are the denominator of a cost each: they too may not be few."""
    achieved = Counted(0, own.numerator, own.heads), Counted(0, whole.numerator, whole.heads)
    return may_tell(achieved[0], [achieved[1]], minimum) and may_tell(own, [whole], minimum)


def counted_costs(rows: Iterable[CostFigure]) -> Counted:
    """Achieved outcomes, judged outcomes and people."""
    held = list(rows)
    people = len({row.person_id for row in held})
    return Counted(sum(r.wholly for r in held), sum(r.judged for r in held), people)


def pairs_of(rows: Iterable[CostFigure]) -> list[tuple[float, int]]:
    """Pence and achieved outcomes of each plan, its price shared among the outcomes judged."""
    cost: defaultdict[int, float] = defaultdict(float)
    achieved: defaultdict[int, int] = defaultdict(int)
    for row in rows:
        cost[row.version_id] += row.price * row.judged / row.judged_in_plan
        achieved[row.version_id] += row.wholly
    return [(cost[version], achieved[version]) for version in cost]
