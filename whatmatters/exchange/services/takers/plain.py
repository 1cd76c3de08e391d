"""What most kinds of file have in common: nothing more to check, nothing here under another name,
and nothing that a later file may change."""

from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.run import Run


class Plain:
    """The base of the takers."""

    def check(self, run: Run, file: str, units: list[Unit]) -> None:
        """Nothing beyond what the columns say."""

    def here(self, run: Run, units: list[Unit]) -> dict[str, int]:
        """Nothing."""
        return {}

    def change(self, run: Run, unit: Unit, our_id: int, columns: list[str]) -> None:
        """Never asked: no column of such a file may change."""
        raise NotImplementedError
