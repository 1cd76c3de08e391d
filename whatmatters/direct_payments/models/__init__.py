"""Direct payments, what was written down of each, and the looks at its account."""

from whatmatters.direct_payments.models.direct import DirectPayment, Look
from whatmatters.direct_payments.models.lines import RecordLine

__all__ = ["DirectPayment", "Look", "RecordLine"]
