"""`patch_block`: Gwynedd and Monmouthshire (R-GW, R-MO).

The subject is a patch and not a person: what its team costs for a year, paid in 13 equal
instalments whatever the length of any visit (R-GW-05). No type here has a place for a minute.
"""

from whatmatters.rules.commissioning import EvidenceKind
from whatmatters.rules.commissioning_models.patch_block.evidence import (
    Evidence,
    check_evidence,
    read_evidence,
)
from whatmatters.rules.commissioning_models.patch_block.incentive import (
    income_changes,
    one_more_hour,
)
from whatmatters.rules.commissioning_models.patch_block.price import YearPrice, year_price
from whatmatters.rules.commissioning_models.patch_block.statement import (
    INSTALMENT,
    PROFIT_RETURNED,
    assess,
    instalment_due,
)
from whatmatters.rules.commissioning_models.patch_block.terms import (
    TeamRole,
    Terms,
    check,
    read_terms,
)

name = "patch_block"
reads = frozenset({EvidenceKind.OPEN_BOOK})

__all__ = [
    "INSTALMENT",
    "PROFIT_RETURNED",
    "Evidence",
    "TeamRole",
    "Terms",
    "YearPrice",
    "assess",
    "check",
    "check_evidence",
    "income_changes",
    "instalment_due",
    "name",
    "one_more_hour",
    "read_evidence",
    "read_terms",
    "reads",
    "year_price",
]
