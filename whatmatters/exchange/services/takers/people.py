"""People who draw on support: registered, brought up to date, or dead."""

from dataclasses import asdict

from django.utils.translation import gettext_lazy as _

from whatmatters.delivery.services import close_bundles, close_packages
from whatmatters.direct_payments.services import end_direct_of
from whatmatters.episodes.services import end_episodes_of
from whatmatters.exchange.queries.homes import Home, homes_of
from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.run import Run
from whatmatters.exchange.services.takers.plain import Plain
from whatmatters.exchange.services.takers.same_people import (
    check_same,
    named_beside,
    same_people,
)
from whatmatters.funds.services import end_funds_of
from whatmatters.outcomes.services import close_case
from whatmatters.people.queries import person_facts
from whatmatters.people.services import (
    NewHome,
    NewPerson,
    PersonCorrected,
    correct_people,
    record_death,
    register_people,
)
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.people import Language

POSTCODE = _("a postcode of this council’s area")


class People(Plain):
    """Rows of the file of people. One that says who she is here is matched, not doubled."""

    def check(self, run: Run, file: str, units: list[Unit]) -> None:
        """A postcode lies in the council's area; who she is told to be is here or above."""
        check_same(run, file, units)
        homes = homes_of(run.council_id)
        for unit in units:
            code = unit.values["postcode"]
            if code is not None and _home(homes, unit) is None:
                unit.bad = True
                run.problems.add(file, unit.number, "postcode", code, POSTCODE)

    def here(self, run: Run, units: list[Unit]) -> dict[str, int]:
        """Those whom the file says to be here already."""
        return same_people(run, units)

    def after(self, units: list[Unit]) -> list[Unit]:
        """Those who are told to be the same as a row above."""
        return named_beside(units)

    def matched(self, run: Run, unit: Unit, our_id: int) -> None:
        """Her record stays as it is; a death that it does not know is recorded."""
        if unit.values["died_on"] is not None and person_facts([our_id])[our_id].died_on is None:
            self._died(run, unit, our_id)

    def add(self, run: Run, units: list[Unit]) -> list[int]:
        """Register them; those who have died are recorded as dead."""
        homes = homes_of(run.council_id)
        given = []
        for unit in units:
            home = _home(homes, unit)
            assert home is not None
            given.append(
                NewPerson(
                    full_name=unit.values["full_name"],
                    known_as=unit.values["known_as"] or "",
                    born=unit.values["born"],
                    language=Language(unit.values["language"]),
                    **asdict(home),
                    disabled=bool(unit.values["disabled"]),
                )
            )
        made = register_people(by=run.by, at=run.at, people=given)
        for unit, person_id in zip(units, made, strict=True):
            if unit.values["same_as"] is None:
                run.unsure.add(person_id)
            if unit.values["died_on"] is not None:
                self._died(run, unit, person_id)
        return made

    def change(self, run: Run, unit: Unit, our_id: int, columns: list[str]) -> None:
        """Bring one person up to date."""
        if columns != ["died_on"]:
            told = _corrected(run, unit, our_id, frozenset(columns))
            correct_people(by=run.by, at=run.at, people=[told])
        if "died_on" in columns and not _known_dead(unit, our_id):
            self._died(run, unit, our_id)

    def _died(self, run: Run, unit: Unit, person_id: int) -> None:
        """Her death, and the end of support and pay on that day, the day included."""
        on, by, at = unit.values["died_on"], run.by, run.at
        record_death(by=by, at=at, person_id=person_id, on=on)
        close_case(by=by, at=at, person_id=person_id, on=on, reason=EndReason.DIED)
        close_packages(by=by, at=at, person_ids=[person_id], on=on, reason=EndReason.DIED)
        close_bundles(by=by, at=at, person_ids=[person_id], on=on, reason=EndReason.DIED)
        end_funds_of(by=by, at=at, person_ids=[person_id], on=on, reason=EndReason.DIED)
        end_direct_of(by=by, at=at, person_ids=[person_id], on=on, reason=EndReason.DIED)
        end_episodes_of(by=by, at=at, person_ids=[person_id], on=on, reason=EndReason.DIED)


def _known_dead(unit: Unit, person_id: int) -> bool:
    """Whether another row of hers told the same day before."""
    return bool(person_facts([person_id])[person_id].died_on == unit.values["died_on"])


def _corrected(run: Run, unit: Unit, person_id: int, columns: frozenset[str]) -> PersonCorrected:
    """What the file has changed, and nothing else: the rest may have been put right here."""
    values = unit.values
    home = _home(homes_of(run.council_id), unit) if "postcode" in columns else None
    return PersonCorrected(
        person_id=person_id,
        full_name=values["full_name"] if "full_name" in columns else None,
        known_as=_known_as(unit, columns),
        born=values["born"] if "born" in columns else None,
        language=Language(values["language"]) if "language" in columns else None,
        disabled=bool(values["disabled"]) if "disabled" in columns else None,
        home=NewHome(**asdict(home)) if home else None,
    )


def _known_as(unit: Unit, columns: frozenset[str]) -> str | None:
    """The name she chose; her full name, old or new, where she has chosen none."""
    chosen: str | None = unit.values["known_as"]
    if "known_as" in columns or ("full_name" in columns and chosen is None):
        return chosen or unit.values["full_name"]
    return None


def _home(homes: dict[str, Home], unit: Unit) -> Home | None:
    return homes.get(unit.values["postcode"].upper().replace(" ", ""))
