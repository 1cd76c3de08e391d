"""What of `funds` may be taken out."""

from whatmatters.funds.models import AgreedSpend, Fund, FundClosing, FundLine, LineWords
from whatmatters.records.holdings import Holding
from whatmatters.rules.permissions import Action

HOLDINGS = (
    Holding(Fund, ("person_id",), Action.SEE_FUND, provider=("contract__provider_id",)),
    *(
        Holding(
            table,
            ("fund__person_id",),
            Action.SEE_FUND,
            provider=("fund__contract__provider_id",),
        )
        for table in (AgreedSpend, FundLine, FundClosing)
    ),
    Holding(
        LineWords,
        ("line__fund__person_id",),
        Action.SEE_FUND,
        provider=("line__fund__contract__provider_id",),
    ),
)
