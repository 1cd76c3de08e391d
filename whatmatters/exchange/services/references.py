"""What the columns of a row name: the council's ids, looked up as our own."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries.columns import Column, Kind
from whatmatters.exchange.queries.known import known_rows, plain, without_zeros
from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.run import Run
from whatmatters.rules.file_kinds import FileKind

UNKNOWN: dict[FileKind, Promise] = {
    FileKind.PEOPLE: _("a person of the file of people, or one taken in before"),
    FileKind.PROVIDERS: _("a provider of the file of providers, or one taken in before"),
    FileKind.CONTRACTS: _("a contract of the file of contracts, or one taken in before"),
    FileKind.OUTCOMES: _("an outcome of the file of outcomes, or one taken in before"),
}
ZEROS_LOST = _("{known}: the spreadsheet has lost the zeros in front. Format the column as text")


def resolve(run: Run, kind: Kind, file: str, units: list[Unit]) -> None:
    """Put our ids into the units. A unit that names what is not here becomes bad."""
    for column in kind.columns:
        if column.names is None:
            continue
        wanted = {one for unit in units for one in _named(unit, column)}
        found = known_rows(run.council_id, column.names, wanted)
        lost = wanted - found.keys()
        near = without_zeros(run.council_id, column.names, lost) if lost else {}
        for unit in units:
            ids: list[int | None] = []
            for one in _named(unit, column):
                if one in found:
                    ids.append(found[one].our_id)
                else:
                    _absent(run, column, file, unit, one, near)
            unit.ids[column.name] = ids if column.many else (ids or [None])[0]


def _named(unit: Unit, column: Column) -> tuple[str, ...]:
    value = unit.values[column.name]
    if value is None:
        return ()
    return tuple(value) if column.many else (str(value),)


def _absent(
    run: Run, column: Column, file: str, unit: Unit, one: str, near: dict[str, str]
) -> None:
    unit.bad = True
    assert column.names is not None
    if one in run.refused.get(column.names, ()):
        return  # its own row has its own problem: this one would only repeat it
    known = near.get(plain(one))
    expected = format_lazy(ZEROS_LOST, known=known) if known else UNKNOWN[column.names]
    run.problems.add(file, unit.number, column.name, one, expected)
