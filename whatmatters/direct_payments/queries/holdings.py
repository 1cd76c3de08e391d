"""What of `direct_payments` may be taken out."""

from whatmatters.direct_payments.models import (
    BoughtDay,
    DirectPayment,
    Introduction,
    Look,
    RecordLine,
)
from whatmatters.records.holdings import Holding
from whatmatters.rules.permissions import Action

HOLDINGS = (
    Holding(DirectPayment, ("person_id",), Action.SEE_FUND, provider=("account_id",)),
    *(
        Holding(
            table,
            ("direct_payment__person_id",),
            Action.SEE_FUND,
            provider=("direct_payment__account_id",),
        )
        for table in (RecordLine, Look, Introduction)
    ),
    Holding(
        BoughtDay,
        ("introduction__direct_payment__person_id",),
        Action.SEE_FUND,
        provider=("introduction__direct_payment__account_id",),
    ),
)
