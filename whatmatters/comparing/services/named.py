"""What payers and providers of a comparison are called."""

from collections.abc import Iterable

from whatmatters.access.queries.names import organisation_names
from whatmatters.rules.comparing.summing import Compared


def names_of(models: Iterable[Compared]) -> dict[str, str]:
    """Names by how the rules call a party ("org:12"), in the language being read (one query)."""
    found = {party for one in models for party in one.payers}
    found |= {income.provider for one in models for income in one.incomes}
    ids = {party: int(party.rpartition(":")[2]) for party in found}
    names = organisation_names(ids.values())
    return {party: names.get(number, party) for party, number in ids.items()}
