"""How full a team is: an estimate with its method, and hours by instalment."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.blocks.models import CapacityEstimate, CapacityPeriod
from whatmatters.blocks.queries.refusals import FigureImpossible, OutsideBlock
from whatmatters.blocks.services.held import held_block, last_day_of, written_about
from whatmatters.records.locks import BLOCKS, lock_council
from whatmatters.rules.blocks.capacity import CapacityMethod
from whatmatters.rules.blocks.year import instalment_starts
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.periods import PERIODS_IN_A_YEAR
from whatmatters.rules.permissions import Action
from whatmatters.rules.words import words

MOST_HOURS = 1_000_000


@dataclass(frozen=True, slots=True)
class EstimateGiven:
    """Hours that a team can give in 28 days; how, from what, and what was assumed."""

    on: date
    method: CapacityMethod
    hours: Decimal
    inputs: str
    assumptions: str


@transaction.atomic
def estimate_capacity(*, by: Actor, at: datetime, block_id: int, given: EstimateGiven) -> int:
    """Keep an estimate; the earlier ones stay. Raises BlockNotAllowed, Absent, FigureImpossible,
    DayNotReached, or what words refuse."""
    row = held_block(by, Action.KEEP_BLOCK, block_id)
    must_be_reached(given.on, at)
    made = CapacityEstimate.objects.create(
        **written_about(by, at, row),
        on=given.on,
        method=given.method,
        hours=_hours("hours", given.hours),
        inputs=words("inputs", given.inputs),
        assumptions=words("assumptions", given.assumptions),
    )
    audit(by=by, at=at, action="block.estimated", subject="block", subject_id=row.pk)
    return int(made.pk)


@transaction.atomic
def record_capacity(
    *,
    by: Actor,
    at: datetime,
    block_id: int,
    instalment: int,
    committed: Decimal,
    deployable: Decimal,
) -> int:
    """Hours promised and hours that could be given in one instalment; told again it is corrected.

    Raises BlockNotAllowed, Absent, OutsideBlock, DayNotReached, FigureImpossible.
    """
    lock_council(by.council_id, BLOCKS)
    row = held_block(by, Action.KEEP_BLOCK, block_id)
    if not 1 <= instalment <= PERIODS_IN_A_YEAR:
        raise OutsideBlock(field="instalment")
    first = instalment_starts(row.year_starts, instalment)
    if not row.starts <= first <= last_day_of(row):
        raise OutsideBlock(field="instalment")
    must_be_reached(first, at)
    last = row.periods.filter(instalment=instalment).order_by("-revision").first()
    made = CapacityPeriod.objects.create(
        **written_about(by, at, row),
        instalment=instalment,
        revision=last.revision + 1 if last else 1,
        committed=_hours("committed", committed),
        deployable=_hours("deployable", deployable),
    )
    audit(by=by, at=at, action="block.capacity_told", subject="block", subject_id=row.pk)
    return int(made.pk)


def _hours(field: str, number: Decimal) -> Decimal:
    if not number.is_finite() or not 0 <= number < MOST_HOURS:
        raise FigureImpossible(field=field)
    return number
