"""People of a file who are here already, or stand in a row above, because the file says so."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries.known import known_rows
from whatmatters.exchange.queries.same_as import NOBODY, record_number
from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.run import Run
from whatmatters.people.queries import person_facts
from whatmatters.people.queries.persons import in_council
from whatmatters.rules.birthdays import mistaken_for
from whatmatters.rules.file_kinds import FileKind

EXPECTED = _("no, the word record with the number of a record here, or the id of a row above it")

OTHER_DAY = _("somebody born on the same day, or on one that a slip of writing makes of it")
Words = str | Promise


def said_of(unit: Unit) -> str:
    """The id of the row that it is told to be the same as; "" where none is named."""
    said = unit.values["same_as"] or ""
    return "" if said == NOBODY or record_number(said) is not None else said


def check_same(run: Run, file: str, units: list[Unit]) -> None:
    """Mark as bad what names nobody: no record of this council, no row taken in before or above."""
    if not any(unit.values["same_as"] for unit in units):
        return
    numbers = [n for u in units if (n := record_number(u.values["same_as"])) is not None]
    here = in_council(run.council_id, numbers)
    known = known_rows(run.council_id, FileKind.PEOPLE, filter(None, map(said_of, units)))
    told = person_facts([*here, *(row.our_id for row in known.values())])
    born: dict[str | int, date] = {pk: facts.born for pk, facts in told.items()}
    born |= {key: told[row.our_id].born for key, row in known.items()}
    for unit in units:
        number, other = record_number(unit.values["same_as"]), said_of(unit)
        named = number if number is not None else other
        if named and named not in born:
            _wrong(run, file, unit, EXPECTED)
        elif named and not _may_be_her_day(born[named], unit.values["born"]):
            _wrong(run, file, unit, OTHER_DAY)
        born.setdefault(unit.key, unit.values["born"])


def _may_be_her_day(one: date, other: date | None) -> bool:
    """A number typed wrongly names somebody born on quite another day; a married name does not."""
    return other is None or other in mistaken_for(one) or one in mistaken_for(other)


def _wrong(run: Run, file: str, unit: Unit, expected: Words) -> None:
    unit.bad = True
    run.problems.add(file, unit.number, "same_as", unit.values["same_as"], expected)


def same_people(run: Run, units: list[Unit]) -> dict[str, int]:
    """Our ids of those who are here already, by the file's own id."""
    known = known_rows(run.council_id, FileKind.PEOPLE, filter(None, map(said_of, units)))
    found = {}
    for unit in units:
        number, other = record_number(unit.values["same_as"]), said_of(unit)
        if number is not None:
            found[unit.key] = number
        elif other in known:
            found[unit.key] = known[other].our_id
        elif other:
            unit.bad = True  # the row that it names has its own problem
    return found


def named_beside(units: list[Unit]) -> list[Unit]:
    """Those told to be the same as another of these; a row so told names the first of them."""
    keys = {unit.key for unit in units}
    of = {unit.key: said_of(unit) for unit in units if said_of(unit) in keys}
    late = [unit for unit in units if unit.key in of]
    for unit in late:
        while unit.values["same_as"] in of:
            unit.values["same_as"] = of[unit.values["same_as"]]
    return late
