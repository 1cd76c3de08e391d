"""A block with its agreed terms, its price and who pays it."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from whatmatters.blocks.queries.blocks import BlockFacts
from whatmatters.commissioning.queries import (
    agreement_facts,
    agreement_terms,
    agreements_of_sources,
)
from whatmatters.rules.commissioning_models.patch_block import Terms, YearPrice, year_price

SOURCE = "block"


@dataclass(frozen=True, slots=True)
class Priced:
    """Terms, the price of a whole year from them, and payers with their shares."""

    agreement_id: int
    terms: Terms
    price: YearPrice
    payers: tuple[tuple[int, Fraction], ...]


def priced(council_id: int, blocks: tuple[BlockFacts, ...]) -> dict[int, Priced]:
    """By block, in two queries."""
    signed = agreements_of_sources(council_id, SOURCE, (one.id for one in blocks))
    facts = {one.id: one for one in agreement_facts(council_id, ids=signed.values())}
    found = {}
    for block, agreement in signed.items():
        terms: Any = agreement_terms(facts[agreement]).terms
        price = year_price(terms)
        found[block] = Priced(agreement, terms, price, facts[agreement].payers)
    return found
