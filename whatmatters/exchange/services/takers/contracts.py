"""Contracts and their rates. What they say is evidence: a later file changes none of it."""

from whatmatters.access.queries.bodies import council_body
from whatmatters.commissioning.services import FunderGiven, RateGiven, new_rate, open_contract
from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.run import Run
from whatmatters.exchange.services.takers.plain import Plain
from whatmatters.rules.outcomes import Band
from whatmatters.rules.refusals import Absent


class Contracts(Plain):
    """Contracts of the council with its providers, paid by the council alone."""

    def add(self, run: Run, units: list[Unit]) -> list[int]:
        """Open them."""
        payer = council_body(run.council_id)
        if payer is None:
            raise Absent(what="organisation", id=None)
        return [self._open(run, unit, payer) for unit in units]

    def _open(self, run: Run, unit: Unit, payer: int) -> int:
        return open_contract(
            by=run.by,
            at=run.at,
            provider_id=unit.ids["provider_id"],
            model=unit.values["model"],
            reference=unit.key,
            patch_id=None,
            starts=unit.values["starts"],
            ends=unit.values["ends"],
            terms={},
            rates=[],
            funders=[FunderGiven(payer, 1, 1)],
        )


class Rates(Plain):
    """Prices of an hour, each from a day on."""

    def add(self, run: Run, units: list[Unit]) -> list[int]:
        """Write them."""
        return [
            new_rate(
                by=run.by,
                at=run.at,
                contract_id=unit.ids["contract_id"],
                rate=RateGiven(
                    Band(unit.values["band"]),
                    unit.values["pounds_an_hour"],
                    unit.values["starts"],
                    unit.values["ends"],
                    unit.values["source"],
                ),
            )
            for unit in units
        ]
