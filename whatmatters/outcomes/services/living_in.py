"""Whether people live in the patch that a block pays for."""

from collections.abc import Mapping, Sequence

from whatmatters.commissioning.queries import ContractFacts
from whatmatters.outcomes.services.drafting import Content
from whatmatters.people.queries import person_facts
from whatmatters.rules.commissioning_models import patch_block
from whatmatters.rules.plan_in_block import OutsideBlockPatch


def check_patches(asked: Sequence[Content], contracts: Mapping[int, ContractFacts]) -> None:
    """A plan that is new under a block is of somebody in its patch. One who moves away later is
    not refused a next version: the three end her plan. Raises OutsideBlockPatch.
    """
    block = [c for c in asked if contracts[c.contract_id].model == patch_block.name]
    if not block:
        return
    people = person_facts({content.person_id for content in block})
    for content in block:
        where = people[content.person_id].patch_id
        if where is None or where != contracts[content.contract_id].patch_id:
            raise OutsideBlockPatch()
