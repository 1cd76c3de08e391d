"""People of a file who are here already, or stand in a row above, because the file says so."""

from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries.known import known_rows
from whatmatters.exchange.queries.same_as import NOBODY, record_number
from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.run import Run
from whatmatters.people.queries.persons import in_council
from whatmatters.rules.file_kinds import FileKind

EXPECTED = _("no, the word record with the number of a record here, or the id of a row above it")


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
    above: set[str] = set()
    for unit in units:
        number, other = record_number(unit.values["same_as"]), said_of(unit)
        absent = number is not None and number not in here
        if absent or (other and other not in known and other not in above):
            unit.bad = True
            run.problems.add(file, unit.number, "same_as", unit.values["same_as"], EXPECTED)
        above.add(unit.key)


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
