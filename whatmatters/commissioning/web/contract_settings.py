"""The terms of a contract as they may be asked for: what is usual, and what stands now."""

from collections.abc import Mapping

from whatmatters.commissioning.queries import ContractFacts
from whatmatters.commissioning.queries.contract_page import read_contract
from whatmatters.commissioning.web.tried import Explained, explained
from whatmatters.policy.queries import defaults


def asked_now(council_id: int, one: ContractFacts) -> list[tuple[Explained, object]]:
    """Each term of its way of paying with its newest value; a list of values is no question."""
    usual, newest = defaults(one.model), _newest(council_id, one.id)
    return [
        (setting, newest.get(setting.key, usual[setting.key]))
        for setting in explained(one.model)
        if setting.key in usual and not isinstance(usual[setting.key], list | dict)
    ]


def kept_terms(
    council_id: int, one: ContractFacts, given: Mapping[str, object]
) -> dict[str, object]:
    """The newest version with what was answered; an answer that is usual needs no saying."""
    usual, newest = defaults(one.model), _newest(council_id, one.id)
    said = {key: value for key, value in given.items() if key in newest or value != usual[key]}
    return {**newest, **said}


def _newest(council_id: int, contract_id: int) -> dict[str, object]:
    versions = read_contract(council_id, contract_id).terms
    return versions[0].terms if versions else {}
