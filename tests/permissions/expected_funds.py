"""Who may open pages of a person's fund: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

AGREERS = {"social_worker:assigned", "commissioner:council"}
KEEPER = {"provider_manager:provider"}
SEE_FUND = (
    AGREERS | KEEPER | {"person:self", "family:shared", "family:decider", "finance_officer:council"}
)
CHECKERS = {
    "commissioner:council",
    "finance_officer:council",
    "provider_manager:provider",
    "provider_manager:rival",
}


def fund_rows(row: Callable[..., Any], person: Callable[..., Any]) -> dict[str, Any]:
    """The rows of funds, made with the makers of `expected.py`."""
    return {
        "fund_list": person(SEE_FUND, shows="name"),
        "fund": person(SEE_FUND),
        "fund_csv": person(SEE_FUND),
        "fund_print": person(SEE_FUND),
        **{
            name: person(AGREERS, AGREERS, shows="name")
            for name in ("fund_open", "fund_agree", "fund_stop", "fund_end")
        },
        **{
            name: person(KEEPER, KEEPER, shows="name")
            for name in ("fund_pay_in", "fund_spend", "fund_reverse", "fund_close")
        },
        "funds_checked": row(CHECKERS),
    }
