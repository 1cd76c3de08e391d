"""Who may open what a person is charged: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

from tests.permissions.expected_direct import direct_rows
from tests.permissions.expected_episodes import episode_rows
from tests.permissions.expected_funds import fund_rows

FINANCE = {"finance_officer:council"}
# Nobody’s own figures: whoever may try terms may compare ways of charging.
TRY_TERMS = {
    "provider_manager:provider",
    "provider_manager:rival",
    "commissioner:council",
} | FINANCE
# Hers, who decides about her money, and family with whom she shares her charges: a topic of its
# own, since sharing "prices and what was paid" never said her savings.
SEE_CHARGES = {"person:self", "family:decider", "family:shared"} | FINANCE


def charge_rows(row: Callable[..., Any], person: Callable[..., Any]) -> dict[str, Any]:
    """The rows of charging and of funds, made with the two makers of `expected.py`."""
    return {
        "charging_laboratory": row(TRY_TERMS, TRY_TERMS),
        "charges": person(SEE_CHARGES, shows="name"),
        "money_spent": person(SEE_CHARGES | {"commissioner:council"}, shows="name"),
        "money_lasts": person(SEE_CHARGES, SEE_CHARGES),
        "charges_assessment": person(FINANCE, FINANCE, shows="name"),
        "charges_arrangement": person(FINANCE, FINANCE, shows="name"),
        "charges_weeks": person(FINANCE, FINANCE, shows="name"),
        **fund_rows(row, person),
        **direct_rows(person),
        **episode_rows(row, person),
    }
