"""What of `retention` may be taken out: which of her words were blanked. A hold is kept back."""

from whatmatters.records.holdings import Holding
from whatmatters.retention.models import Blanked, LegalHold, LegalHoldEnd
from whatmatters.rules.permissions import Action

# A hold may be for a claim that somebody else has made: the council tells of it, not a file.
WHY_NOT = "Why words must stay may tell of somebody else's claim; the council answers for it."

HOLDINGS = (
    Holding(Blanked, ("person_id",), Action.SEE_LOOKS),
    Holding(LegalHold, ("person_id",), why_not=WHY_NOT),
    Holding(LegalHoldEnd, ("hold__person_id",), why_not=WHY_NOT),
)
