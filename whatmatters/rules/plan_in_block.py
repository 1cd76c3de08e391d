"""A plan in a patch that is paid as a block: its team is paid for the whole patch, so nothing of
this plan has a price of its own."""

from whatmatters.rules.plans import PlanContent
from whatmatters.rules.refusals import Refusal


class PayableInBlock(Refusal):
    """Nothing is paid by outcome where a block is paid: PayableInBlock(outcome_id=)."""

    code = "payable_in_block"


class CostInBlock(Refusal):
    """A line with a cost that nobody would pay beside the block: CostInBlock(line=)."""

    code = "cost_in_block"


class OutsideBlockPatch(Refusal):
    """The person does not live in the patch that the block pays for: OutsideBlockPatch()."""

    code = "outside_block_patch"


class NoBlockRuns(Refusal):
    """Nobody pays the team on a day of the plan: NoBlockRuns(on=)."""

    code = "no_block_runs"


def check_in_block(content: PlanContent) -> None:
    """Hours are planned and priced at nothing; what has a cost says who pays it already.

    Raises PayableInBlock, CostInBlock.
    """
    for outcome in content.outcomes:
        if outcome.payable:
            raise PayableInBlock(outcome_id=outcome.outcome_id)
    for number, line in enumerate(content.lines, start=1):
        if line.cost and not line.funded_by:
            raise CostInBlock(line=number)
