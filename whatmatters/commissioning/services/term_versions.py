"""The terms of each contract, version by version."""

from datetime import date

from whatmatters.commissioning.models import ContractTerms
from whatmatters.commissioning.queries.refusals import TermsMissing


class Versions:
    """The terms of each contract of a council, read once."""

    def __init__(self, council_id: int) -> None:
        self.rows: dict[int, list[ContractTerms]] = {}
        for row in ContractTerms.objects.of(council_id).order_by("starts", "version"):
            self.rows.setdefault(row.contract_id, []).append(row)

    def on(self, contract_id: int, day: date) -> ContractTerms:
        """The version in force on a day. Raises TermsMissing."""
        held = [row for row in self.rows.get(contract_id, []) if row.starts <= day]
        if not held:
            raise TermsMissing(contract_id=contract_id, on=day)
        return held[-1]
