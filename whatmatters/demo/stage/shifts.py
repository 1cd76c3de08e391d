"""An alliance's team, paid for its whole shifts by the council and the health board."""

from decimal import Decimal

from whatmatters.demo.stage.signed import Signed
from whatmatters.shifts.services import ShiftsGiven, open_shifts

SUPPORT, SENIOR = "support worker", "senior support worker"
TERMS: dict[str, object] = {
    "tiers": {SUPPORT: Decimal("13.90"), SENIOR: Decimal("15.65")},
    "on_costs": Decimal("0.26"),
    "method": "marginal",
    "nhs_share": Decimal("0.25"),
}


def agree_shifts(signed: Signed, provider_id: int) -> int:
    """Signed from the demonstration's first day, without an end; its contract's id."""
    council, health = signed.payers
    given = ShiftsGiven(
        provider_id=provider_id,
        social_care_id=council,
        nhs_id=health,
        reference="WS-01",
        patch_id=None,
        starts=signed.starts,
        ends=None,
        terms=TERMS,
    )
    return open_shifts(by=signed.by, at=signed.at, given=given)
