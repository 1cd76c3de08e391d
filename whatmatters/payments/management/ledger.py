"""`whatmatters ledger verify` and `whatmatters ledger export`.

Exit codes: 0 whole (or exported); 1 the ledger does not hold, the first bad row is named; 2 a
council that is not here, a format that does not exist, a file that cannot be written.
"""

import sys
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from whatmatters.payments.management.export import beancount, hledger
from whatmatters.payments.queries import BadRow, verify
from whatmatters.places.queries import council_by_code

NOT_WHOLE, REFUSED = 1, 2


class Format(StrEnum):
    """Plain-text accounting formats that other programs check."""

    BEANCOUNT = "beancount"
    HLEDGER = "hledger"


Council = Annotated[str, typer.Option("--council", help="The ONS code; all councils without.")]
As = Annotated[Format, typer.Option("--format", help="Which program is to read it.")]
Out = Annotated[Path | None, typer.Option("--out", help="A file; standard output without.")]


def verify_ledger(council: Council = "") -> None:
    """Prove the ledger again: chain, balance, once-only keys.

    Exits 1 where it does not hold, and names the first bad row.
    """
    report = verify(_council(council))
    if report.bad is not None:
        typer.echo(_bad(report.bad), err=True)
        raise typer.Exit(NOT_WHOLE)
    typer.echo(
        f"The ledger is whole: {report.entries:,} entries, {report.postings:,} postings, "
        f"sum {report.total_pence} pence."
    )
    for council_id, head in report.heads.items():
        typer.echo(f"council {council_id}: {head}")


def export(out_format: As, council: Council = "", out: Out = None) -> None:
    """Write the ledger for another accounting program to check. Ids only, never a name."""
    council_id = _council(council)
    lines = beancount(council_id) if out_format is Format.BEANCOUNT else hledger(council_id)
    with ExitStack() as stack:
        try:
            file = stack.enter_context(out.open("w", encoding="utf-8")) if out else sys.stdout
        except OSError as error:
            _refuse(f"{out}: {error.strerror}")
        file.writelines(f"{line}\n" for line in lines)


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    verbs = typer.Typer(no_args_is_help=True, help="The ledger: prove it, export it.")
    verbs.command("verify")(verify_ledger)
    verbs.command("export")(export)
    app.add_typer(verbs, name="ledger")


def _bad(bad: BadRow) -> str:
    place = "" if bad.seq is None else f", entry {bad.seq} of council {bad.council_id}"
    row = f"{bad.table} id {bad.row_id}{place}"
    return f"The ledger does not hold. First bad row: {row}: {bad.problem}"


def _council(code: str) -> int | None:
    if not code:
        return None
    found = council_by_code(code)
    if found is None:
        _refuse(f"No council {code} here.")
    return found.id


def _refuse(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(REFUSED)
