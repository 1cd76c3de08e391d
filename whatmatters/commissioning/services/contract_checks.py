"""Who may commission, and what is the council's own."""

from collections.abc import Sequence

from whatmatters.access.queries import Actor
from whatmatters.access.queries.bodies import organisations_among
from whatmatters.commissioning.models import Contract
from whatmatters.commissioning.queries.refusals import (
    ContractNotFound,
    NotAllowed,
)
from whatmatters.places.queries import patches
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role

MAY = frozenset({Role.COMMISSIONER, Role.FINANCE_OFFICER, Role.ADMINISTRATOR, Role.SYSTEM})


def contract_row(by: Actor, contract_id: int) -> Contract:
    """A contract of the council. Raises ContractNotFound."""
    found: Contract | None = Contract.objects.of(by.council_id).filter(pk=contract_id).first()
    if found is None:
        raise ContractNotFound(contract_id=contract_id)
    return found


def check_commissioner(by: Actor) -> None:
    """Refuse whoever holds no role that may commission. Raises NotAllowed."""
    if not by.roles & MAY:
        raise NotAllowed()


def check_ours(by: Actor, organisation_ids: Sequence[int], patch_id: int | None) -> None:
    """Refuse organisations and a patch of another council, as if they were not there (Absent)."""
    ours = organisations_among(by.council_id, organisation_ids)
    for organisation_id in organisation_ids:
        if organisation_id not in ours:
            raise Absent(what="organisation", id=organisation_id)
    if patch_id is not None and patch_id not in {p.id for p in patches(by.council_id)}:
        raise Absent(what="patch", id=patch_id)
