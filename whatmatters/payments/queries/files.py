"""Files that were made for a bank."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from whatmatters.payments.models import PaymentFile
from whatmatters.rules.payment_files import FileFormat


@dataclass(frozen=True, slots=True)
class FileFacts:
    """One file: what it pays, from whom, and the hash of its bytes."""

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


def files_of(council_id: int, run_id: int) -> tuple[FileFacts, ...]:
    """The files of a run, in the order of making (one query, without their bytes)."""
    rows = _rows(council_id).filter(run_id=run_id)
    return tuple(_facts(row) for row in rows.order_by("number"))


def file_of(council_id: int, run_id: int, payer_id: int, form: FileFormat) -> FileFacts | None:
    """The one file of a run, a payer and a format; None where none was made."""
    row = _rows(council_id).filter(run_id=run_id, payer_id=payer_id, form=form).first()
    return None if row is None else _facts(row)


def file_bytes(council_id: int, file_id: int) -> tuple[FileFacts, bytes] | None:
    """A file as it was made; None where this council has no such."""
    row = PaymentFile.objects.of(council_id).filter(pk=file_id).first()
    return None if row is None else (_facts(row), bytes(row.content))


def _rows(council_id: int) -> Any:
    return PaymentFile.objects.of(council_id).defer("content")


def _facts(row: Any) -> FileFacts:
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
    )
