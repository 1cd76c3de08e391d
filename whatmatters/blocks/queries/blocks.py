"""Blocks as they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from whatmatters.blocks.models import Block
from whatmatters.rules.blocks.year import year_ends


@dataclass(frozen=True, slots=True)
class BlockFacts:
    """One block. `ends` is the last day where it was ended; `last_day` that, or its year's."""

    id: int
    contract_id: int
    provider_id: int
    patch_id: int
    reference: str
    year_starts: date
    starts: date
    ends: date | None
    follows_id: int | None

    @property
    def undone(self) -> bool:
        """Whether it was signed by mistake, and never earned."""
        return self.last_day < self.starts

    @property
    def last_day(self) -> date:
        """The last day that earns."""
        return self.ends or year_ends(self.year_starts)


COLUMNS = (
    "id",
    "contract_id",
    "contract__provider_id",
    "contract__patch_id",
    "contract__reference",
    "year_starts",
    "starts",
    "ends",
    "follows_id",
)


def block_facts(
    council_id: int, *, ids: Iterable[int] | None = None, provider_id: int | None = None
) -> tuple[BlockFacts, ...]:
    """Blocks of a council, the newest year first; those named, or of one provider, or all."""
    rows: Any = Block.objects.of(council_id)
    if ids is not None:
        rows = rows.filter(pk__in=set(ids))
    if provider_id is not None:
        rows = rows.filter(contract__provider_id=provider_id)
    told = rows.order_by("-year_starts", "contract__reference", "-starts").values_list(*COLUMNS)
    return tuple(BlockFacts(*row) for row in told)


def blocks_of_contracts(council_id: int, contract_ids: Iterable[int]) -> tuple[BlockFacts, ...]:
    """Every block of these contracts, those that are over too."""
    rows = Block.objects.of(council_id).filter(contract_id__in=set(contract_ids))
    return tuple(BlockFacts(*row) for row in rows.order_by("starts").values_list(*COLUMNS))
