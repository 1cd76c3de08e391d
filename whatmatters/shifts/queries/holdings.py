"""What of `shifts` may be taken out: a party's own. Nothing here is about one person."""

from whatmatters.records.holdings import Holding
from whatmatters.shifts.models import WorkedShift

HOLDINGS = (Holding(WorkedShift, provider=("contract__provider_id",)),)
