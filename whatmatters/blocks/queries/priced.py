"""A block with its agreed terms, its price and who pays it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from whatmatters.blocks.queries.blocks import BlockFacts
from whatmatters.commissioning.queries import (
    agreement_facts,
    agreement_terms,
    agreements_of_sources,
    terms_versions,
)
from whatmatters.rules.commissioning_models.patch_block import (
    Terms,
    YearPrice,
    read_terms,
    year_price,
)
from whatmatters.rules.stored_terms import from_json

SOURCE = "block"


@dataclass(frozen=True, slots=True)
class Priced:
    """Terms, the price of a whole year from them, and payers with their shares."""

    agreement_id: int
    terms: Terms
    price: YearPrice
    payers: tuple[tuple[int, Fraction], ...]


def own_terms(council_id: int, block: BlockFacts) -> Mapping[str, object]:
    """A block's terms as they were signed, as plain values (two queries)."""
    agreement = agreements_of_sources(council_id, SOURCE, [block.id])[block.id]
    (facts,) = agreement_facts(council_id, ids=[agreement])
    return facts.terms


def price_on(council_id: int, contract_id: int, day: date) -> tuple[Terms, YearPrice] | None:
    """What a year would be signed at: the contract's terms of a day; None before the first."""
    held = [v for v in terms_versions(council_id).get(contract_id, ()) if v.starts <= day]
    if not held:
        return None
    terms = read_terms(from_json(held[-1].terms_text))
    return terms, year_price(terms)


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
