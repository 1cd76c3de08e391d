"""Where words about somebody are kept, so that a retention rule can blank all of them.

A table says it of itself, as it says that it is append-only: `holds_words` names the columns, how
a row leads to the person, and by which rule it is kept. Ids, codes and figures stay, so that audit
and ledger still prove. A table that is guarded holds no words: `tests/style` reads every column.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Case, CharField, Count, F, Max, Q, Value, When

# What stands where words stood. Where nothing was written, nothing stands.
BLANK = "—"


class KeptAs(StrEnum):
    """What a row of words belongs to, and so which rule ends it."""

    CASE = "case"
    COMPLAINT = "complaint"
    FINANCE = "finance"
    CHARGING = "charging"
    TAKING_OUT = "taking_out"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one table. `about` is the path to the person's id; `only` narrows the rows.

    `about` is "" where the words are about nobody in particular: then only their age counts.
    `coarse` are columns that are made less exact when the words go; `remove` takes whole rows,
    where nothing but words is in them.
    """

    about: str
    columns: tuple[str, ...] = ()
    kept_as: KeptAs = KeptAs.CASE
    only: Mapping[str, Any] = field(default_factory=dict)
    coarse: Mapping[str, Callable[[str], Any]] = field(default_factory=dict)
    remove: bool = False


def marked() -> Iterator[tuple[type[models.Model], Words]]:
    """Every table that holds words about people, with its mark; one may have several."""
    for table in apps.get_models():
        for mark in getattr(table, "holds_words", ()):
            yield table, mark


def last_written(council_id: int) -> dict[int, datetime]:
    """When words about each person were last written; one query for each marked table."""
    newest: dict[int, datetime] = {}
    for table, mark in marked():
        if not mark.about or not any(column.name == "at" for column in table._meta.fields):
            continue
        rows = _rows(table, council_id, mark).values_list(mark.about).annotate(last=Max("at"))
        for person_id, at in rows.order_by():
            newest[person_id] = max(at, newest.get(person_id, at))
    return newest


def held(
    council_id: int, kept_as: KeptAs, person_ids: Collection[int], until: datetime | None = None
) -> dict[int, dict[str, int]]:
    """Rows that still hold words: person id -> table -> number; those written before `until`."""
    wanted = set(person_ids)
    found: dict[int, dict[str, int]] = {}
    for table, mark in marked():
        if mark.kept_as is not kept_as or not mark.about:
            continue
        rows = _holding(table, council_id, mark, until)
        for person_id, number in rows.values_list(mark.about).annotate(n=Count("pk")).order_by():
            if person_id in wanted:
                name = table._meta.label_lower
                tables = found.setdefault(person_id, {})
                tables[name] = tables.get(name, 0) + number
    return found


def held_of_nobody(council_id: int, kept_as: KeptAs, until: datetime) -> dict[str, int]:
    """Rows about nobody in particular that were written before `until`: table -> number."""
    found = {t: _holding(t, council_id, mark, until).count() for t, mark in _of_nobody(kept_as)}
    return {table._meta.label_lower: number for table, number in found.items() if number}


def blank_of_nobody(council_id: int, kept_as: KeptAs, until: datetime) -> int:
    """Blank the words about nobody in particular, in the caller's transaction: how many rows."""
    return sum(
        int(_holding(table, council_id, mark, until).update(**_blanked(mark)))
        for table, mark in _of_nobody(kept_as)
    )


def blank(
    council_id: int, kept_as: KeptAs, person_id: int, until: datetime | None = None
) -> dict[str, int]:
    """Blank one person's words, in the caller's transaction; table -> rows that were blanked."""
    done: dict[str, int] = {}
    for table, mark in marked():
        if mark.kept_as is not kept_as or not mark.about:
            continue
        rows = _holding(table, council_id, mark, until).filter(**{mark.about: person_id})
        ids = list(rows.values_list("pk", flat=True))
        if not ids:
            continue
        # By id: a column that leads to the person may be one that is blanked.
        chosen = table._default_manager.filter(pk__in=ids)
        if mark.remove:
            chosen.delete()
        else:
            chosen.update(**_blanked(mark))
        done[table._meta.label_lower] = done.get(table._meta.label_lower, 0) + len(ids)
    return done


def _of_nobody(kept_as: KeptAs) -> list[tuple[type[models.Model], Words]]:
    return [(t, mark) for t, mark in marked() if mark.kept_as is kept_as and not mark.about]


def _rows(table: type[models.Model], council_id: int, mark: Words) -> Any:
    rows: Any = table._default_manager.filter(council_id=council_id, **mark.only)
    return rows.filter(**{f"{mark.about}__isnull": False}) if mark.about else rows


def _holding(
    table: type[models.Model], council_id: int, mark: Words, until: datetime | None
) -> Any:
    rows = _rows(table, council_id, mark)
    if until is not None:
        rows = rows.filter(at__lt=until)
    if mark.remove:
        return rows
    written = Q()
    for column in mark.columns:
        written |= ~Q(**{f"{column}__in": ["", BLANK]})
    return rows.filter(written)


def _blanked(mark: Words) -> dict[str, Any]:
    new: dict[str, Any] = {column: _unless_empty(column) for column in mark.columns}
    return new | {column: made(column) for column, made in mark.coarse.items()}


def _unless_empty(column: str) -> Case:
    return Case(
        When(**{column: ""}, then=F(column)), default=Value(BLANK), output_field=CharField()
    )
