"""`whatmatters payment-file RUN FORMAT`: what a released run pays, as a file for the bank.

Exit codes: 0 the file is written (made now, or before: the same bytes); 2 refused, with the reason
on standard error; nothing was made then.
"""

from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from whatmatters.access.queries.bodies import council_body
from whatmatters.payments.management.acting import acting_user, refuse, written_day
from whatmatters.payments.management.wording import sentence
from whatmatters.payments.queries.files import file_bytes
from whatmatters.payments.services import make_payment_file
from whatmatters.rules.money_text import pounds_text
from whatmatters.rules.payment_files import FileFormat
from whatmatters.rules.refusals import Refusal

Run = Annotated[int, typer.Argument(metavar="RUN", help="A released run.")]
As = Annotated[FileFormat, typer.Argument(metavar="FORMAT", help=" | ".join(FileFormat))]
By = Annotated[str, typer.Option("--by", metavar="USER", help="Who does this (their user name).")]
Day = Annotated[str, typer.Option("--arrives", metavar="DAY", help="When the money is there.")]
Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="A file that is not there yet.")]
Payer = Annotated[int, typer.Option("--payer", help="Its number; without it, the council itself.")]
Council = Annotated[str, typer.Option("--council", help="The ONS code, such as W06000002.")]


def payment_file(
    run: Run, form: As, by: By, arrives: Day, out: Out, payer: Payer = 0, council: Council = ""
) -> None:
    """Make the file of a released run for the bank, once; asked again, the same bytes.

    A payee without bank details is refused by name. A refusal exits 2.
    """
    if out.exists():
        refuse(f"{out} is there already: nothing was written.")
    actor = acting_user(by, council)
    try:
        made = make_payment_file(
            by=actor,
            at=timezone.now(),
            run_id=run,
            payer_id=payer or council_body(actor.council_id) or 0,
            form=form,
            arrives=written_day(arrives),
        )
    except Refusal as refused:
        refuse(sentence(refused))
    found = file_bytes(actor.council_id, made.facts.file_id)
    assert found is not None
    facts, content = found
    try:
        out.write_bytes(content)
    except OSError as error:
        refuse(f"{out}: {error.strerror}")
    was = "made" if made.new else "made before, and the same"
    typer.echo(
        f"File {facts.number} ({was}): {facts.count} payments, {pounds_text(facts.pence)}, "
        f"there on {facts.arrives}."
    )
    typer.echo(f"SHA-256 {facts.sha256}")


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("payment-file")(payment_file)
