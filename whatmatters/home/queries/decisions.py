"""What waits for somebody's decision, of three contexts, in one query."""

from dataclasses import dataclass
from datetime import date

from whatmatters.access.queries import Actor
from whatmatters.letters.queries.messages import complaints_to_answer
from whatmatters.outcomes.queries.exceptions_open import exceptions_to_answer
from whatmatters.payments.queries.contested import contests_to_decide

COLUMNS = ("t_kind", "t_on", "t_id", "t_name")
MOST = 12


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing to decide. `id` is a contest's, a complaint's, or the person's of an exception.

    `on` is since when; of a complaint, by when an answer is due.
    """

    kind: str
    on: date
    id: int
    name: str


def decisions(actor: Actor, *, on: date) -> tuple[Decision, ...]:
    """Complaints, contests and exceptions, each the oldest first; the first few of them."""
    council_id = actor.council_id
    contested = contests_to_decide(council_id, COLUMNS)
    others = (
        exceptions_to_answer(council_id, COLUMNS),
        complaints_to_answer(actor, on, COLUMNS),
    )
    rows = contested.union(*others, all=True).order_by(*COLUMNS)
    return tuple(Decision(*row) for row in rows[:MOST])
