"""Who may agree, record, move and end a bundle: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

BUNDLERS = {"social_worker:assigned", "commissioner:council"}


def bundle_rows(
    person: Callable[..., Any], recorders: set[str], movers: set[str], answerers: set[str]
) -> dict[str, Any]:
    """The rows of a bundle's pages, made with the maker of `expected.py`."""
    return {
        "bank_correct": person(movers, movers),
        "bundle_offer": person(answerers, answerers),
        "bundle_agree": person(BUNDLERS, BUNDLERS),
        "bundle_over": person(BUNDLERS, BUNDLERS),
        "bundle_end": person(BUNDLERS, BUNDLERS),
        "bundle_days": person(recorders, recorders),
    }
