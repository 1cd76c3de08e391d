"""What most kinds of file have in common: nothing more to check, nothing here under another name,
and nothing that a later file may change."""

from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.run import Run
from whatmatters.rules.refusals import Refusal


class RowStays(Refusal):
    """What was taken in from such a file stays as it is: RowStays(field=)."""

    code = "row_stays"


class Plain:
    """The base of the takers."""

    def check(self, run: Run, file: str, units: list[Unit]) -> None:
        """Nothing beyond what the columns say."""

    def here(self, run: Run, units: list[Unit]) -> dict[str, int]:
        """Nothing."""
        return {}

    def after(self, units: list[Unit]) -> list[Unit]:
        """None."""
        return []

    def matched(self, run: Run, unit: Unit, our_id: int) -> None:
        """Nothing."""

    def change(self, run: Run, unit: Unit, our_id: int, columns: list[str]) -> None:
        """Refuse: no column of such a file may change (and each is refused before, with why)."""
        raise RowStays(field=columns[0])
