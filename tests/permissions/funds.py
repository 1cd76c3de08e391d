"""A fund for the walk: a spend was agreed and some of it spent; its first instalment is to come."""

from datetime import timedelta

from tests.fixtures.case import STARTS, Case, Somebody
from tests.fixtures.funded import a_fund, agreed, bought

OPENED = STARTS + timedelta(days=84)  # after every run of the walk


def funded(case: Case, ids: dict[str, object]) -> None:
    """Adds fund_id, of the person and for the outcome that pages are about."""
    herself, outcome = (
        Somebody(int(str(ids["person_id"])), case.system),
        int(str(ids["outcome_id"])),
    )
    fund = a_fund(case, herself, starts=OPENED, overdraft_pence=5_000)
    class_ = agreed(case, herself, fund, starts=OPENED, outcome=outcome)
    bought(case, class_, OPENED, 1_250, "Crochendy Arfon")
    ids["fund_id"] = fund
