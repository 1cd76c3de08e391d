"""What was signed or agreed under a contract and still runs after a day."""

from collections.abc import Callable
from datetime import date

from django.db.models import Q

from whatmatters.commissioning.models import Agreement
from whatmatters.commissioning.queries.ended import LAST_DAY

Counted = Callable[[int, int, date], int]
_others: dict[str, Counted] = {}


def register_running(key: str, count: Counted) -> None:
    """Say what runs under contracts without an agreement of its own; called at start-up.

    `count(council_id, contract_id, on)` is how many of them run after a day.
    """
    _others[key] = count


def running_past(council_id: int, contract_id: int, on: date) -> int:
    """How many agreements under a contract still earn after a day, and what else runs on."""
    signed = Agreement.objects.of(council_id).filter(contract_terms__contract_id=contract_id)
    stops = signed.annotate(last=LAST_DAY)
    earning = stops.filter(Q(last__isnull=True) | Q(last__gt=on)).count()
    return earning + sum(count(council_id, contract_id, on) for count in _others.values())
