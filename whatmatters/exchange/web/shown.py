"""A preview as its page shows it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from whatmatters.exchange.queries.alike_told import AlikeTold
from whatmatters.exchange.queries.kinds import KINDS
from whatmatters.exchange.queries.problem_table import Row, problem_rows
from whatmatters.exchange.services.run import FileTold, Taken
from whatmatters.frontend.listing import PER_PAGE, ListForm, Paging, paging


@dataclass(frozen=True, slots=True)
class FileShown:
    """One file: what it is, and its counts."""

    told: FileTold
    title: str | Promise


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """One row that changes, and in which columns."""

    file: str
    row: int
    external_id: str
    what: str


@dataclass(frozen=True, slots=True)
class ImportShown:
    """The page: whether there is anything to take in, and what is wrong."""

    files: tuple[FileShown, ...]
    changes: tuple[ChangeShown, ...]
    problems: tuple[Row, ...]
    paging: Paging
    count: int
    alike: tuple[AlikeTold, ...]
    alike_count: int
    new: int
    changed: int
    anything: bool


def import_shown(taken: Taken, alike: tuple[AlikeTold, ...], form: ListForm) -> ImportShown:
    """The page from what a preview found, a page of its problems; all are a download too."""
    files = tuple(FileShown(one, _title(one)) for one in taken.files)
    matched = _("matched with what is here")
    changes = tuple(
        ChangeShown(c.file, c.row, c.external_id, ", ".join(c.columns) or matched)
        for c in taken.changes
    )
    new, changed = (sum(getattr(one, part) for one in taken.files) for part in ("new", "changed"))
    rows = tuple(problem_rows(taken.problems))
    part = paging(form, len(rows))
    anything = not taken.problems.count and bool(new or changed)
    return ImportShown(
        files=files,
        changes=changes,
        problems=rows[part.start : part.start + PER_PAGE],
        paging=part,
        count=taken.problems.count,
        alike=alike,
        alike_count=taken.alike_count,
        new=new,
        changed=changed,
        anything=anything,
    )


def _title(told: FileTold) -> str | Promise:
    return KINDS[told.kind].title if told.kind in KINDS else _("Not known")
