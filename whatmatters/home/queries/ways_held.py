"""Which bundles, funds, direct payments and short-term episodes somebody has or had.

And whether somebody is told of another way of paying: in one query for all five.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, QuerySet, Value

from whatmatters.access.queries import Sight
from whatmatters.delivery.queries.bundles import bundles_of_person
from whatmatters.direct_payments.queries import direct_of_person
from whatmatters.episodes.queries import episodes_of_person
from whatmatters.funds.queries import funds_of_person
from whatmatters.rules.permissions import Action
from whatmatters.switching.queries.told import told_of


@dataclass(frozen=True, slots=True)
class WaysHeld:
    """Numbers of those that a reader may see; of a provider's reader, its own alone."""

    bundles: tuple[int, ...] = ()
    funds: tuple[int, ...] = ()
    direct: tuple[int, ...] = ()
    episodes: tuple[int, ...] = ()
    switched: tuple[int, ...] = ()


def ways_held(council_id: int, sight: Sight) -> WaysHeld:
    """What there is of each; nothing is asked of what the reader may not see."""
    who = (council_id, sight.person_id, sight.provider_id)
    asked: dict[str, QuerySet[Any]] = {}
    if Action.SEE_PLAN in sight.actions:
        asked |= {"bundles": bundles_of_person(*who), "episodes": episodes_of_person(*who)}
    if Action.SEE_FUND in sight.actions:
        asked |= {"funds": funds_of_person(*who), "direct": direct_of_person(*who)}
    if Action.SEE_PRICES in sight.actions:
        asked["switched"] = told_of(council_id, sight.person_id)
    if not asked:
        return WaysHeld()
    marked = [
        rows.order_by().values_list(Value(way, output_field=CharField()), "pk")
        for way, rows in asked.items()
    ]
    found: dict[str, list[int]] = {}
    for way, number in marked[0].union(*marked[1:], all=True):
        found.setdefault(way, []).append(number)
    return WaysHeld(**{way: tuple(sorted(numbers)) for way, numbers in found.items()})
