"""Packages of time and task as they are bought today (R-TT-01)."""

from django.utils.translation import gettext_lazy as _

from whatmatters.commissioning.queries import contract_facts
from whatmatters.delivery.services import (
    PackageEnding,
    PackageGiven,
    end_packages,
    take_on_packages,
)
from whatmatters.exchange.queries.problems import Words
from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.run import Run
from whatmatters.exchange.services.takers.plain import Plain
from whatmatters.people.queries import died_on
from whatmatters.rules.outcomes import EndReason

BY_TIME = "time_and_task"
OTHER_MODEL = _("a contract that pays by time and task")
DEAD = _("a last day that is not after the person’s death")


class Packages(Plain):
    """Rows of the file of packages."""

    def check(self, run: Run, file: str, units: list[Unit]) -> None:
        """The contract pays by time, and nothing runs on after a death."""
        whole = [unit for unit in units if not unit.bad]
        contracts = {unit.ids["contract_id"] for unit in whole}
        models = {c.id: c.model for c in contract_facts(run.council_id, contracts)}
        dead = died_on({unit.ids["person_id"] for unit in whole})
        for unit in whole:
            if models.get(unit.ids["contract_id"]) != BY_TIME:
                self._wrong(run, file, unit, "contract_id", OTHER_MODEL)
            died, ends = dead.get(unit.ids["person_id"]), unit.values["ends"]
            if died is not None and (ends is None or ends > died):
                self._wrong(run, file, unit, "ends", DEAD)

    def add(self, run: Run, units: list[Unit]) -> list[int]:
        """Take them on, each with its agreement."""
        given = [
            PackageGiven(
                person_id=unit.ids["person_id"],
                contract_id=unit.ids["contract_id"],
                starts=unit.values["starts"],
                ends=unit.values["ends"],
                calls_per_day=unit.values["calls_per_day"],
                minutes_per_call=unit.values["minutes_per_call"],
                tasks=unit.values["tasks"],
                rate=unit.values["pounds_an_hour"],
            )
            for unit in units
        ]
        return list(take_on_packages(by=run.by, at=run.at, packages=given))

    def change(self, run: Run, unit: Unit, our_id: int, columns: list[str]) -> None:
        """A package has ended: its last day still earns."""
        ending = PackageEnding(our_id, unit.values["ends"], EndReason.NO_LONGER_NEEDED)
        end_packages(by=run.by, at=run.at, endings=[ending])

    def _wrong(self, run: Run, file: str, unit: Unit, column: str, expected: Words) -> None:
        unit.bad = True
        value = unit.values[column]
        run.problems.add(file, unit.number, column, str(value or ""), expected)
