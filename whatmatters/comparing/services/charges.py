"""What people would have been charged under each way of paying, by the council's own bases.

Of those who were charged, and whom a way of paying prices whole: the basis, the means and the
recorded time stay; only what the week cost the council, which bounds the charge, is another.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from whatmatters.access.queries.bodies import council_body
from whatmatters.charging.services.trying import charged_if
from whatmatters.rules.comparing.charged import costs_of
from whatmatters.rules.comparing.priced import Priced
from whatmatters.rules.comparing.pricing import Answer
from whatmatters.rules.periods import DAYS_IN_A_WEEK, Period
from whatmatters.rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Charges:
    """Of `people`: pence that they were charged, and would have been."""

    people: int = 0
    was: int = 0
    would: int = 0


def charges(
    council_id: int,
    answers: Mapping[str, Sequence[tuple[int, Answer]]],
    charged: Mapping[int, int],
    window: tuple[Period, ...],
) -> dict[str, Charges]:
    """By way of paying. A few queries for each person who was charged."""
    found: dict[str, Charges] = {}
    held = {model: _whole(rows) for model, rows in answers.items()}
    payer = f"org:{council_body(council_id)}"
    weeks = (window[-1].end - window[0].start).days // DAYS_IN_A_WEEK
    mondays = [window[0].start + timedelta(days=DAYS_IN_A_WEEK * n) for n in range(weeks)]
    for person, was in charged.items():
        try:
            charge = charged_if(council_id, person, mondays)
        except Refusal:
            continue
        for model, priced in held.items():
            if person not in priced:
                continue
            try:
                would = charge(costs_of(priced[person], payer))
            except Refusal:
                continue
            one = found.get(model, Charges())
            found[model] = Charges(one.people + 1, one.was + was, one.would + would)
    return found


def _whole(rows: Sequence[tuple[int, Answer]]) -> dict[int, list[Priced]]:
    """By person all of her supports, where every one of them has a price."""
    found: defaultdict[int, list[Priced]] = defaultdict(list)
    partly = {person for person, one in rows if not isinstance(one, Priced)}
    for person, one in rows:
        if isinstance(one, Priced) and person not in partly:
            found[person].append(one)
    return found
