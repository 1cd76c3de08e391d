"""What is refused of blocks, each by its own name."""

from whatmatters.rules.refusals import Refusal


class BlockNotAllowed(Refusal):
    """None of the actor's roles may do this, or the block is another provider's."""

    code = "not_allowed"


class NotABlock(Refusal):
    """The contract pays another way, or names no patch: NotABlock(field=)."""

    code = "not_a_block"


class BlockRuns(Refusal):
    """The contract has a block on these days: BlockRuns(until=)."""

    code = "block_runs"


class OutsideContract(Refusal):
    """The contract does not hold for the whole year: OutsideContract(starts=, ends=)."""

    code = "outside_contract"


class BookHandedIn(Refusal):
    """A block of which an open book was handed in keeps its days: what it earned was counted."""

    code = "book_handed_in"


class BlockOver(Refusal):
    """The block has its last day: BlockOver(ends=)."""

    code = "block_over"


class BlockPosted(Refusal):
    """Something of the block was paid already, so it ends and is not undone."""

    code = "block_posted"


class BookOfYear(Refusal):
    """Another price follows in the same year: the open book is handed in once, with the last."""

    code = "book_of_year"


class BlockNotOver(Refusal):
    """An open book is handed in after the last day: BlockNotOver(ends=)."""

    code = "block_not_over"


class NotAnInstalmentAhead(Refusal):
    """A new price starts with a later instalment of the same year: (first=, last=)."""

    code = "not_an_instalment_ahead"


class NotDecided(Refusal):
    """A price changes only by a joint review that decided so, and once."""

    code = "not_decided"


class OutsideBlock(Refusal):
    """A day or an instalment outside the block's own: OutsideBlock(field=)."""

    code = "outside_block"


class FigureImpossible(Refusal):
    """Below nothing, or more than can be kept: FigureImpossible(field=)."""

    code = "figure_impossible"


class FloorUnderLaw(Refusal):
    """The agreed floor is under the National Living Wage on a day: FloorUnderLaw(on=, least=)."""

    code = "floor_under_law"


class BookAnswered(Refusal):
    """An open book is answered once, and only the newest is."""

    code = "book_answered"


class BookByTwo(Refusal):
    """Whoever handed a book in does not accept it."""

    code = "book_by_two"
