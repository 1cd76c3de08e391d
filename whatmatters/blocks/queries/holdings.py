"""What of `blocks` may be taken out: a party's own. Nothing here is about one person."""

from whatmatters.blocks.models import (
    Block,
    BlockUndone,
    BookAnswer,
    BookWords,
    CapacityEstimate,
    CapacityPeriod,
    JointReview,
    OpenBook,
)
from whatmatters.records.holdings import Holding

OWN = ("block__contract__provider_id",)

HOLDINGS = (
    Holding(Block, provider=("contract__provider_id",)),
    Holding(BlockUndone, provider=OWN),
    Holding(CapacityEstimate, provider=OWN),
    Holding(CapacityPeriod, provider=OWN),
    Holding(JointReview, provider=OWN),
    Holding(OpenBook, provider=OWN),
    Holding(BookAnswer, provider=("book__block__contract__provider_id",)),
    Holding(BookWords, provider=("answer__book__block__contract__provider_id",)),
)
