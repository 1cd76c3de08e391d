"""A few hundred rows at a time: new, changed, the same, or refused."""

import secrets
from collections.abc import Sequence

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.models import ExternalId
from whatmatters.exchange.queries.columns import Change, Kind
from whatmatters.exchange.queries.known import (
    Known,
    changed_columns,
    known_rows,
    mark,
    plain,
    without_zeros,
)
from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.references import ZEROS_LOST, resolve
from whatmatters.exchange.services.refusal_sentences import column_of, sentence
from whatmatters.exchange.services.run import FileTold, Run, Taker
from whatmatters.rules.refusals import Refusal

TWICE = _("each id once: it stands in row {row} as well")
CONTRADICTS = _("the same as row {row} of {file}, which says something else of this id")
FIXED = _("what was taken in before: this may not be changed by a file. {instead}")


def take_chunk(run: Run, kind: Kind, taker: Taker, told: FileTold, units: Sequence[Unit]) -> None:
    """Take some rows of one file, each of them whole or with its problem."""
    told.rows += sum(len(unit.rows) for unit in units)
    fresh = [unit for unit in units if _once(run, kind, told.name, unit)]
    resolve(run, kind, told.name, fresh)
    known = known_rows(run.council_id, kind.code, [unit.key for unit in fresh])
    _zeros(run, kind, told.name, [unit for unit in fresh if unit.key not in known])
    new = [unit for unit in fresh if not unit.bad and unit.key not in known]
    changed = []
    for unit in fresh:
        if unit.bad or unit.key not in known:
            continue
        columns = changed_columns(known[unit.key], unit.said(kind))
        if not columns:
            told.same += len(unit.rows)
        elif _may_change(run, kind, told.name, unit, known[unit.key], columns):
            changed.append((unit, columns))
    taker.check(run, told.name, [*new, *(unit for unit, _ in changed)])
    _add(run, kind, taker, told, [unit for unit in new if not unit.bad])
    for unit, columns in changed:
        if not unit.bad:
            _change(run, kind, taker, told, unit, known[unit.key], columns)
    run.refused.setdefault(kind.code, set()).update(u.key for u in fresh if u.bad)


def _once(run: Run, kind: Kind, file: str, unit: Unit) -> bool:
    """Whether the id has not been seen in this import; where it has, what is wrong with that."""
    if not unit.key:
        return False
    seen = run.seen.setdefault(kind.code, {})
    if unit.key not in seen:
        seen[unit.key] = (file, unit.number)
        return True
    before, row = seen[unit.key]
    if before == file:
        expected = format_lazy(TWICE, row=row)
    else:
        known = known_rows(run.council_id, kind.code, [unit.key]).get(unit.key)
        if known is None or not changed_columns(known, unit.said(kind)):
            return False
        expected = format_lazy(CONTRADICTS, row=row, file=before)
    run.problems.add(file, unit.number, kind.key.name, unit.key, expected)
    return False


def _zeros(run: Run, kind: Kind, file: str, units: Sequence[Unit]) -> None:
    """An id of figures that is new, but known with zeros in front, has lost them."""
    near = without_zeros(run.council_id, kind.code, [u.key for u in units if u.key.isdigit()])
    for unit in units:
        known = near.get(plain(unit.key)) if near else None
        if known is not None and known != unit.key:
            expected = format_lazy(ZEROS_LOST, known=known)
            run.problems.add(file, unit.number, kind.key.name, unit.key, expected)
            unit.bad = True


def _may_change(
    run: Run, kind: Kind, file: str, unit: Unit, known: Known, columns: Sequence[str]
) -> bool:
    rules = {column.name: column for column in kind.columns}
    for name in columns:
        column = rules.get(name)
        if column is None or column.change is Change.MAY:
            continue
        if column.change is Change.ONCE and not known.marks.get(name):
            continue
        unit.bad = True
        expected = format_lazy(FIXED, instead=column.instead)
        run.problems.add(file, unit.number, name, str(unit.values[name] or ""), expected)
    return not unit.bad


def _add(run: Run, kind: Kind, taker: Taker, told: FileTold, units: list[Unit]) -> None:
    after = {unit.key for unit in taker.after(units)}
    _add_some(run, kind, taker, told, [unit for unit in units if unit.key not in after])
    if after:
        _add_some(run, kind, taker, told, [unit for unit in units if unit.key in after])


def _add_some(run: Run, kind: Kind, taker: Taker, told: FileTold, units: list[Unit]) -> None:
    here = taker.here(run, units)
    units = [unit for unit in units if not unit.bad]
    matched = [u for u in units if u.key in here and _fits(run, taker, told, u, here[u.key])]
    made = [(unit, here[unit.key]) for unit in matched]
    rest = [unit for unit in units if unit.key not in here]
    added = _made(run, taker, told.name, rest)
    # Rows and not records: whoever brings a file counts its rows, and none may seem lost.
    told.new += sum(len(unit.rows) for unit, _ in added)
    told.changed += sum(len(unit.rows) for unit in matched)
    for unit in matched:
        run.changed(told.name, unit, [])
    ExternalId.objects.bulk_create(_row(run, kind, unit, pk) for unit, pk in [*made, *added])


def _fits(run: Run, taker: Taker, told: FileTold, unit: Unit, our_id: int) -> bool:
    """Put to a record that is here what its row adds; False where that is refused."""
    try:
        with transaction.atomic():
            taker.matched(run, unit, our_id)
    except Refusal as refusal:
        _refused(run, told.name, unit, refusal)
    return not unit.bad


def _made(run: Run, taker: Taker, file: str, units: list[Unit]) -> list[tuple[Unit, int]]:
    """Records with their ids. What a service refuses is halved until the row is found."""
    if not units:
        return []
    try:
        with transaction.atomic():
            return list(zip(units, taker.add(run, units), strict=True))
    except Refusal as refusal:
        if len(units) == 1:
            _refused(run, file, units[0], refusal)
            return []
    half = len(units) // 2
    return _made(run, taker, file, units[:half]) + _made(run, taker, file, units[half:])


def _refused(run: Run, file: str, unit: Unit, refusal: Refusal) -> None:
    unit.bad = True
    column = column_of(refusal, unit.values)
    value = str(unit.values.get(column) or "") if column else unit.key
    run.problems.add(file, unit.number, column, value, sentence(refusal))


def _change(
    run: Run,
    kind: Kind,
    taker: Taker,
    told: FileTold,
    unit: Unit,
    known: Known,
    columns: list[str],
) -> None:
    try:
        with transaction.atomic():
            taker.change(run, unit, known.our_id, columns)
    except Refusal as refusal:
        _refused(run, told.name, unit, refusal)
        return
    marks = {name: mark(known.salt, text) for name, text in unit.said(kind).items()}
    row = ExternalId.objects.filter(pk=known.row_id)
    row.update(marks=marks, by_id=run.by.user_id, at=run.at)
    run.changed(told.name, unit, columns)
    told.changed += len(unit.rows)


def _row(run: Run, kind: Kind, unit: Unit, our_id: int) -> ExternalId:
    salt = secrets.token_hex(8)
    return ExternalId(
        council_id=run.council_id,
        by_id=run.by.user_id,
        at=run.at,
        kind=kind.code,
        external_id=unit.key,
        plain=plain(unit.key),
        our_id=our_id,
        salt=salt,
        marks={name: mark(salt, text) for name, text in unit.said(kind).items()},
    )
