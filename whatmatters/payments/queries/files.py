"""Files that were made for a bank."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from whatmatters.payments.models import PaymentFile
from whatmatters.rules.payment_files import FileFormat


@dataclass(frozen=True, slots=True)
class FileFacts:
    """One file: what it pays, from whom, and the hash of its bytes.

    `unsent_by_id` and `unsent_at`: who said, and when, that the bank never had it; else None.
    """

    file_id: int
    run_id: int
    payer_id: int
    form: FileFormat
    number: int
    arrives: date
    count: int
    pence: int
    sha256: str
    made_by_id: int
    made_at: datetime
    unsent_by_id: int | None
    unsent_at: datetime | None


def files_of(council_id: int, run_id: int) -> tuple[FileFacts, ...]:
    """The files of a run, in the order of making (one query, without their bytes)."""
    rows = _rows(council_id).filter(run_id=run_id)
    return tuple(_facts(row) for row in rows.order_by("number"))


def newest_file(council_id: int, run_id: int, payer_id: int) -> FileFacts | None:
    """The last file of a run and a payer: the one to be sent, unless it was said to be unsent."""
    rows = _rows(council_id).filter(run_id=run_id, payer_id=payer_id)
    row = rows.order_by("-attempt").first()
    return None if row is None else _facts(row)


def payment_file_of(council_id: int, file_id: int) -> FileFacts | None:
    """A file without its bytes; None where this council has no such."""
    row = _rows(council_id).filter(pk=file_id).first()
    return None if row is None else _facts(row)


def file_bytes(council_id: int, file_id: int) -> tuple[FileFacts, bytes] | None:
    """A file as it was made; None where this council has no such."""
    rows = PaymentFile.objects.of(council_id).select_related("unsent")
    row = rows.filter(pk=file_id).first()
    return None if row is None else (_facts(row), bytes(row.content))


def _rows(council_id: int) -> Any:
    return PaymentFile.objects.of(council_id).select_related("unsent").defer("content")


def _facts(row: Any) -> FileFacts:
    unsent = getattr(row, "unsent", None)
    return FileFacts(
        file_id=row.pk,
        run_id=row.run_id,
        payer_id=row.payer_id,
        form=FileFormat(row.form),
        number=row.number,
        arrives=row.arrives,
        count=row.count,
        pence=row.pence,
        sha256=row.sha256,
        made_by_id=row.by_id,
        made_at=row.at,
        unsent_by_id=unsent.by_id if unsent else None,
        unsent_at=unsent.at if unsent else None,
    )
