"""The agreed wage floor against the law's, day by day of the block."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from whatmatters.blocks.queries.refusals import FloorUnderLaw
from whatmatters.commissioning.queries import (
    agreement_facts,
    agreement_terms,
    agreements_of_sources,
)
from whatmatters.policy.queries import wage_floor
from whatmatters.rules.effective import NothingInForce


def check_floor(council_id: int, source: str, block_id: int) -> None:
    """Refuse a floor that the law is above on any day. A floor not published yet is not guessed.

    Raises FloorUnderLaw with the first such day.
    """
    agreement = agreements_of_sources(council_id, source, [block_id])[block_id]
    (facts,) = agreement_facts(council_id, ids=[agreement])
    terms: Any = agreement_terms(facts).terms
    assert facts.ends is not None, "a block's agreement has a last day"
    for passed in range((facts.ends - facts.starts).days + 1):
        day = facts.starts + timedelta(days=passed)
        least = _known(day)
        if least is not None and terms.wage_floor < least:
            raise FloorUnderLaw(on=day, least=wage_floor(day))


def _known(day: date) -> Fraction | None:
    try:
        return Fraction(wage_floor(day))
    except NothingInForce:
        return None
