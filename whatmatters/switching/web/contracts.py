"""The contracts of a switch as its pages name them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from whatmatters.access.queries.names import organisation_names
from whatmatters.commissioning.queries import ContractFacts, contract_facts
from whatmatters.frontend.way_words import WAYS
from whatmatters.places.queries import patches
from whatmatters.switching.queries import SwitchFacts

WAY_OF = {way.code: way for way in WAYS}


@dataclass(frozen=True, slots=True)
class ContractShown:
    """A contract: its way of paying in words, with whom, and its reference."""

    facts: ContractFacts
    provider: str
    way: str
    about: str

    @property
    def named(self) -> str:
        """All of it in one line."""
        return f"{self.way}, {self.provider}, {self.facts.reference}"


def contracts_shown(council_id: int, ids: Iterable[int] | None = None) -> dict[int, ContractShown]:
    """Contracts by id, those of these ids or all. Three queries."""
    found = contract_facts(council_id, ids)
    names = organisation_names({one.provider_id for one in found})
    return {
        one.id: ContractShown(
            one,
            names.get(one.provider_id, ""),
            str(WAY_OF[one.model].name),
            str(WAY_OF[one.model].about),
        )
        for one in found
        if one.model in WAY_OF
    }


def of_switches(council_id: int, held: Iterable[SwitchFacts]) -> dict[int, ContractShown]:
    """The contracts of these switches."""
    return contracts_shown(council_id, {one for s in held for one in (s.old_id, s.new_id)})


def patch_names(council_id: int) -> dict[int, str]:
    """Patches by id, in the reader's language."""
    welsh = (get_language() or "").startswith("cy")
    return {one.id: one.name_cy if welsh else one.name_en for one in patches(council_id)}
