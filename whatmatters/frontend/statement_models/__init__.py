"""What the lines of each commissioning model say, and their arithmetic: one module a model.

Each has `REASONS` (rule id -> one sentence) and `SUMS` (rule id -> tables). `time_and_task` and
`outcome_payments` stand in `statement_words` and `statement_sums`.
"""

from collections.abc import Callable, Mapping

from whatmatters.frontend.statement import Sums
from whatmatters.frontend.statement_models import (
    bundled_hours,
    community_outcome,
    direct_payment,
    individual_service_fund,
    introductory_agency,
    patch_block,
    shift_split,
    short_term,
)
from whatmatters.rules.commissioning import Inputs

MODULES = (
    bundled_hours,
    patch_block,
    shift_split,
    individual_service_fund,
    direct_payment,
    short_term,
    introductory_agency,
    community_outcome,
)
REASONS: Mapping[str, Callable[[Inputs], str]] = {
    rule: words for module in MODULES for rule, words in module.REASONS.items()
}
SUMS: Mapping[str, Callable[[Inputs, int | None], tuple[Sums, ...]]] = {
    rule: sums for module in MODULES for rule, sums in module.SUMS.items()
}
