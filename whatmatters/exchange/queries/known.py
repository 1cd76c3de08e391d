"""Rows that were taken in before, and whether a file says something else of them now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from whatmatters.exchange.models import ExternalId, ImportedFile
from whatmatters.rules.file_kinds import FileKind


@dataclass(frozen=True, slots=True)
class Known:
    """A row taken in before: our record's id, and the marks of what the file said then."""

    row_id: int
    our_id: int
    salt: str
    marks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Before:
    """A file with the very same bytes, taken in before."""

    by_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class TakenFile:
    """One file that was taken in."""

    kind: FileKind
    name: str
    rows: int
    new: int
    changed: int
    same: int
    by_id: int
    at: datetime


def known_rows(council_id: int, kind: FileKind, ids: Iterable[str]) -> dict[str, Known]:
    """Those of the council's own ids that were taken in before, in one query."""
    rows = ExternalId.objects.of(council_id).filter(kind=kind, external_id__in=list(ids))
    columns = ("external_id", "pk", "our_id", "salt", "marks")
    return {row[0]: Known(*row[1:]) for row in rows.values_list(*columns)}


def without_zeros(council_id: int, kind: FileKind, ids: Iterable[str]) -> dict[str, str]:
    """Ids that were taken in before and differ only by zeros in front, by the bare id."""
    bare = {plain(one) for one in ids}
    rows = ExternalId.objects.of(council_id).filter(kind=kind, plain__in=bare)
    return dict(rows.values_list("plain", "external_id"))


def plain(external_id: str) -> str:
    """An id of figures without the zeros in front of it; any other as it is."""
    return external_id.lstrip("0") or "0" if external_id.isdigit() else external_id


def external_ids(council_id: int, kind: FileKind, our_ids: Iterable[int]) -> dict[int, str]:
    """The council's own ids of our records."""
    rows = ExternalId.objects.of(council_id).filter(kind=kind, our_id__in=list(our_ids))
    return dict(rows.values_list("our_id", "external_id"))


def mark(salt: str, text: str) -> str:
    """A keyed digest of what a cell says; "" of an empty one."""
    if not text:
        return ""
    return blake2b(text.encode(), key=salt.encode(), digest_size=8).hexdigest()


def changed_columns(known: Known, said: Mapping[str, str]) -> list[str]:
    """Columns of which the file says something else than the last time."""
    return [name for name, text in said.items() if known.marks.get(name, "") != _of(known, text)]


def _of(known: Known, text: str) -> str:
    return mark(known.salt, text)


def taken_before(council_id: int, digests: Iterable[str]) -> dict[str, Before]:
    """When a file of the same bytes was taken in last, by its digest."""
    rows = ImportedFile.objects.of(council_id).filter(sha256__in=list(digests)).order_by("id")
    found = rows.values_list("sha256", "by_id", "at")
    return {sha256: Before(by_id, at) for sha256, by_id, at in found}


def taken_files(council_id: int, *, limit: int) -> tuple[TakenFile, ...]:
    """The files taken in last, the newest first."""
    rows = ImportedFile.objects.of(council_id).order_by("-id")[:limit]
    return tuple(
        TakenFile(
            FileKind(row.kind),
            row.name,
            row.rows,
            row.new,
            row.changed,
            row.same,
            row.by_id,
            row.at,
        )
        for row in rows
    )
