"""Questions about blocks."""

from whatmatters.blocks.queries.blocks import BlockFacts, block_facts, blocks_of_contracts
from whatmatters.blocks.queries.evidence import BlockSeen, blocks_changed, blocks_seen

__all__ = [
    "BlockFacts",
    "BlockSeen",
    "block_facts",
    "blocks_changed",
    "blocks_of_contracts",
    "blocks_seen",
]
