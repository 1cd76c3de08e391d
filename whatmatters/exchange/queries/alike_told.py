"""Rows that look like somebody, in words, for the page and for the command."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from whatmatters.access.queries import Actor, people_allowed
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class Alike:
    """A new row that looks like somebody: one registered already (`other_id`), or one that this
    import made of another row (`other_key` and `other_row`, else "" and None)."""

    file: str
    row: int
    external_id: str
    name: str
    other_id: int
    other_name: str
    other_born: date
    other_key: str
    other_row: int | None


@dataclass(frozen=True, slots=True)
class AlikeTold:
    """A row, who it looks like, and what to write in `same_as` where it is the same person."""

    file: str
    row: int
    external_id: str
    name: str
    who: str
    write: str


def alike_told(actor: Actor, found: Iterable[Alike], *, on: date) -> tuple[AlikeTold, ...]:
    """The questions. Whoever may not see somebody's record is told its number, and not whose."""
    rows = list(found)
    allowed = people_allowed(actor, Action.SEE_RECORD, on)
    may_see = set(allowed.filter(pk__in=[one.other_id for one in rows])) if rows else set()
    return tuple(
        AlikeTold(one.file, one.row, one.external_id, one.name, *_who(one, may_see)) for one in rows
    )


def _who(one: Alike, may_see: set[int]) -> tuple[str, str]:
    if one.other_key:
        told = {"row": one.other_row, "id": one.other_key, "name": one.other_name}
        return _("row %(row)s (%(id)s), %(name)s") % told, one.other_key
    number = {"number": one.other_id}
    write = f"record {one.other_id}"
    if one.other_id not in may_see:
        return _("somebody who is registered here, record %(number)s") % number, write
    told = {"name": one.other_name, "day": day(one.other_born), **number}
    return _("%(name)s, born on %(day)s, registered here: record %(number)s") % told, write
