"""What stands in the boxes at first where the terms of paid results are tried."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from whatmatters.results.web.opening_form import STEPS
from whatmatters.results.web.words import PERCENT, exact
from whatmatters.rules.commissioning_models.community_outcome import Direction
from whatmatters.rules.money import PENCE_IN_A_POUND


def as_agreed(raw: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the boxes at first: a contract's own terms, where it says them all."""
    found: dict[str, Any] = {"direction": str(Direction.REDUCE)}
    if "confidence" in raw:
        found["confidence"] = _percent(raw["confidence"])
    if not {"baseline", "direction", "payments"} <= set(raw):
        return found
    for row, step in zip(STEPS, raw["payments"], strict=False):
        found[f"rate_{row}"] = _percent(step["rate"])
        found[f"pays_{row}"] = int(Decimal(str(step["pays"])) * PENCE_IN_A_POUND)
    return found | {
        "direction": raw["direction"],
        "before_people": raw["baseline"]["people"],
        "before_events": raw["baseline"]["events"],
    }


def _percent(share: object) -> Decimal:
    return exact(Fraction(str(share)) * PERCENT)
