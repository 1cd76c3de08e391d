"""A small team for everybody in one patch, paid as a block by the council and the health board."""

from decimal import Decimal

from whatmatters.blocks.services import BlockGiven, open_block
from whatmatters.commissioning.services import FunderGiven
from whatmatters.demo.stage.signed import Signed

# Plans of people in the patch are under it, and have no price of their own.
TERMS: dict[str, object] = {
    "roles": [
        {
            "role": "neighbourhood worker",
            "wte": Decimal("2.5"),
            "hourly_wage": Decimal("14.10"),
            "hours_per_wte": Decimal("1950"),
            "on_costs": Decimal("0.26"),
        },
        {
            "role": "coordinator",
            "wte": Decimal("0.5"),
            "hourly_wage": Decimal("17.20"),
            "hours_per_wte": Decimal("1950"),
            "on_costs": Decimal("0.26"),
        },
    ],
    "management": Decimal("9000"),
    "overheads": Decimal("6500"),
    "profit_share": Decimal("0.04"),
    "profit_cap": Decimal("0.05"),
    "wage_floor": Decimal("13.90"),
}


def agree_block(signed: Signed, provider_id: int, patch_id: int) -> int:
    """Signed for a year from the demonstration's first day; its id."""
    council, health = signed.payers
    given = BlockGiven(
        provider_id=provider_id,
        patch_id=patch_id,
        reference="PB-01",
        year_starts=signed.starts,
        terms=TERMS,
        funders=[FunderGiven(council, 3, 5), FunderGiven(health, 2, 5)],
    )
    return open_block(by=signed.by, at=signed.at, given=given)
