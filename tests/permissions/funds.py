"""A fund for the walk: an instalment came in, a spend was agreed, and some of it was spent."""

from datetime import timedelta

from tests.fixtures.case import STARTS, Case, Somebody
from tests.fixtures.funded import a_fund, agreed, bought, paid

OPENED = STARTS + timedelta(days=84)  # after every run of the walk


def funded(case: Case, herself: Somebody, ids: dict[str, object], outcome: int) -> None:
    """Adds fund_id."""
    fund = a_fund(case, herself, starts=OPENED)
    class_ = agreed(case, herself, fund, starts=OPENED, outcome=outcome)
    paid(case, fund, 1, OPENED)
    bought(case, class_, OPENED, 1_250, "Crochendy Arfon")
    ids["fund_id"] = fund
