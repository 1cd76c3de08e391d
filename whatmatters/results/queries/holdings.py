"""What of `results` may be taken out: a party's own. Nothing here is about one person."""

from whatmatters.records.holdings import Holding
from whatmatters.results.models import ResultAgreed, ResultCount, ResultYes

HOLDINGS = (
    Holding(ResultAgreed, provider=("contract__provider_id",)),
    Holding(ResultCount, provider=("contract__provider_id",)),
    Holding(ResultYes, provider=("count__contract__provider_id",)),
)
