"""Questions about funds."""

from whatmatters.funds.queries.account import (
    AgreedTold,
    LineTold,
    account_lines,
    agreed_spends,
    paid_in,
    spent_of,
)
from whatmatters.funds.queries.evidence import FundSeen, funds_changed, funds_seen
from whatmatters.funds.queries.funds import (
    FundFacts,
    FundTerms,
    fund_facts,
    fund_terms,
    funds_of_person,
)

__all__ = [
    "AgreedTold",
    "FundFacts",
    "FundSeen",
    "FundTerms",
    "LineTold",
    "account_lines",
    "agreed_spends",
    "fund_facts",
    "fund_terms",
    "funds_changed",
    "funds_of_person",
    "funds_seen",
    "paid_in",
    "spent_of",
]
