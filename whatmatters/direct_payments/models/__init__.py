"""Direct payments: what was written down of each, looks at its account, hours bought of it."""

from whatmatters.direct_payments.models.direct import DirectPayment, Look
from whatmatters.direct_payments.models.introduced import BoughtDay, Introduction
from whatmatters.direct_payments.models.lines import RecordLine

__all__ = ["BoughtDay", "DirectPayment", "Introduction", "Look", "RecordLine"]
