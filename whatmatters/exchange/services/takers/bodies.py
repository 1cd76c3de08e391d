"""Providers and their workers."""

from whatmatters.access.queries.users import organisations_called
from whatmatters.access.services import (
    OrganisationGiven,
    OrganisationRenamed,
    add_organisations,
    rename_organisations,
)
from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.run import Run
from whatmatters.exchange.services.takers.plain import Plain
from whatmatters.rules.roles import OrganisationKind
from whatmatters.teams.services import (
    NewWorker,
    WorkerCorrected,
    correct_workers,
    register_workers,
)


class Providers(Plain):
    """Bodies. One that has been added by hand under the same name is matched, not doubled."""

    def here(self, run: Run, units: list[Unit]) -> dict[str, int]:
        """Bodies with the same name and kind."""
        names = organisations_called(run.council_id, [unit.values["name"] for unit in units])
        found = {}
        for unit in units:
            body = names.get(unit.values["name"])
            if body is not None and body.kind == unit.values["kind"]:
                found[unit.key] = body.id
        return found

    def add(self, run: Run, units: list[Unit]) -> list[int]:
        """Make them."""
        given = [
            OrganisationGiven(OrganisationKind(u.values["kind"]), u.values["name"], _welsh(u))
            for u in units
        ]
        return add_organisations(by=run.by, at=run.at, organisations=given)

    def change(self, run: Run, unit: Unit, our_id: int, columns: list[str]) -> None:
        """A body has another name."""
        # Its Welsh name is its English one where it has no other.
        renamed = OrganisationRenamed(our_id, unit.values["name"], _welsh(unit))
        rename_organisations(by=run.by, at=run.at, renamed=[renamed])


class Workers(Plain):
    """People who work for a provider."""

    def add(self, run: Run, units: list[Unit]) -> list[int]:
        """Register them."""
        given = [
            NewWorker(
                organisation_id=unit.ids["provider_id"],
                name=unit.values["name"],
                job=unit.values["job"],
                speaks_welsh=bool(unit.values["speaks_welsh"]),
            )
            for unit in units
        ]
        return register_workers(by=run.by, at=run.at, workers=given)

    def change(self, run: Run, unit: Unit, our_id: int, columns: list[str]) -> None:
        """A worker has another name, job or language."""
        told = WorkerCorrected(
            our_id,
            name=unit.values["name"] if "name" in columns else None,
            job=unit.values["job"] if "job" in columns else None,
            speaks_welsh=bool(unit.values["speaks_welsh"]) if "speaks_welsh" in columns else None,
        )
        correct_workers(by=run.by, at=run.at, workers=[told])


def _welsh(unit: Unit) -> str:
    return str(unit.values["name_cy"] or unit.values["name"])
