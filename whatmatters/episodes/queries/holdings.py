"""What of `episodes` may be taken out."""

from whatmatters.episodes.models import EndStateTold, Episode, Extension, Reading
from whatmatters.records.holdings import Holding
from whatmatters.rules.permissions import Action

HOLDINGS = (
    Holding(Episode, ("person_id",), Action.SEE_PLAN, provider=("contract__provider_id",)),
    *(
        Holding(
            table,
            ("episode__person_id",),
            Action.SEE_PLAN,
            provider=("episode__contract__provider_id",),
        )
        for table in (Extension, EndStateTold, Reading)
    ),
)
