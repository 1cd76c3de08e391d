"""Who may open what a person is charged: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

FINANCE = {"finance_officer:council"}
# Hers, and those whom she lets in: no social worker, no commissioner, no provider.
SEE_CHARGES = {"person:self", "family:shared", "family:decider"} | FINANCE


def charge_rows(person: Callable[..., Any]) -> dict[str, Any]:
    """The rows of charging, made with the maker of `expected.py`."""
    return {
        "charges": person(SEE_CHARGES, shows="name"),
        "charges_assessment": person(FINANCE, FINANCE, shows="name"),
        "charges_arrangement": person(FINANCE, FINANCE, shows="name"),
        "charges_weeks": person(FINANCE, FINANCE, shows="name"),
    }
