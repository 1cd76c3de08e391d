"""What of `limits` may be taken out: the council's own. Nothing here is about one person."""

from whatmatters.limits.models import Limit, LimitQuery, LimitVersion
from whatmatters.records.holdings import Holding

HOLDINGS = (Holding(Limit), Holding(LimitVersion), Holding(LimitQuery))
