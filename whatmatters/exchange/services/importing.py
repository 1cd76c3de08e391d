"""Taking in files: all of them or nothing, in one transaction; a preview is undone at its end.

A preview does everything that taking in does, so that what it says is what would happen.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.exchange.models import ImportedFile
from whatmatters.exchange.queries.columns import Kind
from whatmatters.exchange.queries.file_opening import opened
from whatmatters.exchange.queries.file_rows import is_blank, read_rows
from whatmatters.exchange.queries.headers import NO_KIND, kind_of, places_of
from whatmatters.exchange.queries.known import taken_before
from whatmatters.exchange.queries.problems import FileRefused, Problems
from whatmatters.exchange.queries.units import units_in
from whatmatters.exchange.services.chunks import take_chunk
from whatmatters.exchange.services.gate import hands_of
from whatmatters.exchange.services.questions import ask
from whatmatters.exchange.services.run import FileGiven, FileTold, Run, Taken
from whatmatters.exchange.services.takers import TAKERS
from whatmatters.policy.imports import most_problems, rows_at_once
from whatmatters.rules.file_kinds import FileKind

NO_ROWS = _("at least one row under the headings: leave out a file that you have no rows for")
BYTES = 1 << 16

Tell = Callable[[str, int, int], None]


class _Undone(Exception):
    """Nothing of this import stays."""


def take_in(
    *,
    by: Actor,
    at: datetime,
    files: Sequence[FileGiven],
    preview: bool,
    tell: Tell = lambda name, done, size: None,
) -> Taken:
    """Take in files of the actor's council: every file whole, or none of them.

    Problems are told and never raised; `tell` hears how many bytes of a file have been read.
    Raises ImportNotAllowed and RealDataInDemo.
    """
    run = Run(hands_of(by), at, Problems(most_problems()), tell)
    told = [FileTold(given.name, sha256=_digest(given)) for given in files]
    before = taken_before(by.council_id, [one.sha256 for one in told])
    for one in told:
        one.before = before[one.sha256].at if one.sha256 in before else None
    taken = Taken(told, run.problems, run.changes, preview, run.alike)
    try:
        with transaction.atomic():
            _all(run, files, told)
            ask(run)
            taken.alike_count = run.alike_count
            if preview or run.problems.count or not any(one.new or one.changed for one in told):
                raise _Undone
            _remember(run, told)
            taken.written = True
    except _Undone:
        pass
    return taken


def _all(run: Run, files: Sequence[FileGiven], told: list[FileTold]) -> None:
    """Every file, what others name first."""
    heads = [_kind(run, given, one) for given, one in zip(files, told, strict=True)]
    order = list(FileKind)
    whole = zip(heads, files, told, strict=True)
    ready = [(kind, given, one) for kind, given, one in whole if kind]
    for kind, given, one in sorted(ready, key=lambda item: order.index(item[0].code)):
        one.kind = kind.code
        try:
            _one(run, kind, given, one)
        except FileRefused as refused:
            run.problems.add(given.name, refused.row, "", refused.value, refused.expected)


def _kind(run: Run, given: FileGiven, told: FileTold) -> Kind | None:
    """The kind of a file by its first row that says anything."""
    try:
        _, header = next(_numbered(given))
    except FileRefused as refused:
        run.problems.add(given.name, refused.row, "", refused.value, refused.expected)
        return None
    found = kind_of(header, given.name)
    if found is None:
        run.problems.add(given.name, 1, "", ", ".join(filter(None, header)), NO_KIND)
    return found


def _one(run: Run, kind: Kind, given: FileGiven, told: FileTold) -> None:
    rows = _numbered(given)
    number, header = next(rows)
    places, wrong = places_of(kind, header)
    for heading in wrong:
        run.problems.add(given.name, number, heading.column, "", heading.expected)
    if wrong:
        return
    units = units_in(kind, places, rows, given.name, run.problems)
    while chunk := list(islice(units, rows_at_once())):
        take_chunk(run, kind, TAKERS[kind.code], told, chunk)
        run.tell(given.name, min(given.file.tell(), given.size), given.size)
    if not told.rows:
        run.problems.add(given.name, 0, "", "", NO_ROWS)


def _numbered(given: FileGiven) -> Iterator[tuple[int, list[str]]]:
    """Rows with their numbers, from the headings on."""
    text = opened(given.file)
    try:
        begun = False
        for number, row in enumerate(read_rows(text), start=1):
            begun = begun or not is_blank(row)
            if begun:
                yield number, row
    finally:
        text.detach()  # the file is its owner's to close


def _digest(given: FileGiven) -> str:
    given.file.seek(0)
    found = hashlib.sha256()
    while block := given.file.read(BYTES):
        found.update(block)
    return found.hexdigest()


def _remember(run: Run, told: Sequence[FileTold]) -> None:
    rows = ImportedFile.objects.bulk_create(
        ImportedFile(
            council_id=run.council_id,
            by_id=run.by.user_id,
            at=run.at,
            kind=one.kind or "",
            name=one.name[-200:],
            sha256=one.sha256,
            rows=one.rows,
            new=one.new,
            changed=one.changed,
            same=one.same,
        )
        for one in told
    )
    for row in rows:
        audit(
            by=run.by, at=run.at, action="imported", subject="file", subject_id=row.pk, why=row.kind
        )
