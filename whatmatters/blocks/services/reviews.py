"""Joint reviews of a block, minuted (R-MO-02)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.blocks.models import JointReview
from whatmatters.blocks.queries.refusals import OutsideBlock
from whatmatters.blocks.services.held import held_block, written_about
from whatmatters.rules.blocks.capacity import ReviewDecision
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.permissions import Action
from whatmatters.rules.words import words


@dataclass(frozen=True, slots=True)
class ReviewGiven:
    """A joint review as it was held."""

    held_on: date
    decision: ReviewDecision
    attended: str
    minutes: str


@transaction.atomic
def hold_review(*, by: Actor, at: datetime, block_id: int, given: ReviewGiven) -> int:
    """Keep the minutes of a joint review. Its decision changes nothing by itself.

    Raises BlockNotAllowed, Absent, OutsideBlock, DayNotReached, or what words refuse.
    """
    row = held_block(by, Action.KEEP_BLOCK, block_id)
    must_be_reached(given.held_on, at)
    if given.held_on < row.starts:
        raise OutsideBlock(field="held_on")
    made = JointReview.objects.create(
        **written_about(by, at, row),
        held_on=given.held_on,
        decision=given.decision,
        attended=words("attended", given.attended),
        minutes=words("minutes", given.minutes),
    )
    audit(by=by, at=at, action="block.reviewed", subject="block", subject_id=row.pk)
    return int(made.pk)
