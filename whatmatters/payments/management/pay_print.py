"""Runs on a terminal: what a run comes to, what changed, what it pays, and its first lines."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from whatmatters.access.queries.names import organisation_names
from whatmatters.frontend.left_out_words import what_to_do, what_waits, why_left_out
from whatmatters.frontend.statement_words import day_text
from whatmatters.payments.management.wording import change_words
from whatmatters.payments.queries import ChangesView, LineView, RemittanceFacts, changes_view, run
from whatmatters.payments.services import Preview, Released, RunProposal
from whatmatters.rules.lifecycles import LeftOutPart, RunState
from whatmatters.rules.money_text import pounds_text

SHOWN = 20


def proposal(council_id: int, proposed: RunProposal) -> None:
    """A run as it stands, and what to do next."""
    console = Console(highlight=False)
    if proposed.state is RunState.RELEASED:
        _released_already(console, proposed.run_id)
        return
    _head(console, f"Run {proposed.run_id}, proposed", proposed)
    if not proposed.new:
        console.print("The same facts were proposed already: this is that run.")
    shown = run(council_id, proposed.run_id, per_page=SHOWN)
    if shown is not None:
        _changes(console, shown.changes)
        _lines(console, shown.lines, proposed.lines)
        _left_out(console, [(x.agreement_id, x.part, x.code, x.told) for x in shown.left_out])
    console.print(f"\nNothing is paid until somebody else releases it:\n  {_next(proposed)}")


def preview(shown: Preview) -> None:
    """A run that was not written."""
    console = Console(highlight=False)
    if shown.released_run is not None:
        _released_already(console, shown.released_run)
        return
    _head(console, "Dry run: nothing was written", shown)
    _changes(console, changes_view(shown.changes, shown.total_pence))
    table = _line_table()
    for line in shown.lines[:SHOWN]:
        agreement, corrected = str(line.key.agreement), day_text(line.key.period_corrected)
        held = "held" if line.held else ""
        table.add_row(agreement, corrected, line.key.rule, pounds_text(line.pence), held)
    _whole(console, table, len(shown.lines))
    left = shown.left_out
    told = [(x.agreement_id, x.part, x.refusal.code, json.loads(x.told)) for x in left]
    _left_out(console, told)


def release(council_id: int, released: Released) -> None:
    """What a release did."""
    console = Console(highlight=False)
    if not released.new:
        console.print(f"Run {released.run_id} was released already. Nothing was changed.")
        return
    console.print(Text(f"Run {released.run_id} is released.", style="bold"))
    console.print(f"{released.entries} ledger entries, {pounds_text(released.paid_pence)} paid.")
    if released.carried_pence:
        console.print(f"{pounds_text(released.carried_pence)} is carried to the next period.")
    shown = run(council_id, released.run_id, per_page=1)
    if shown is not None:
        _remittances(console, shown.remittances)


def _released_already(console: Console, run_id: int) -> None:
    console.print(f"This period was released already, as run {run_id}.")
    console.print("Nothing was changed.")


def _next(proposed: RunProposal) -> str:
    return f"whatmatters pay --release {proposed.run_id} --by OTHER"


def _head(console: Console, title: str, shown: Any) -> None:
    console.print(Text(title, style="bold"))
    console.print(
        f"Period from {day_text(shown.period_start)} to before {day_text(shown.period_end)}"
    )
    console.print(Text(f"Total {pounds_text(shown.total_pence)}", style="bold"))


def _changes(console: Console, changes: ChangesView) -> None:
    if changes.previous_total is not None:
        console.print(f"The last run came to {pounds_text(changes.previous_total)}.")
    table = Table(title="What changed", title_justify="left", box=None)
    for heading in ("", "lines", "pounds"):
        table.add_column(heading, justify="right" if heading else "left")
    for row in changes.by_kind:
        table.add_row(change_words(row.kind), f"{row.lines:,}", pounds_text(row.pence))
    console.print(table)


def _lines(console: Console, lines: Iterable[LineView], count: int) -> None:
    table = _line_table()
    for line in lines:
        held = "held" if line.held else ""
        corrected = day_text(line.period_corrected)
        table.add_row(str(line.agreement_id), corrected, line.rule, pounds_text(line.pence), held)
    _whole(console, table, count)


def _line_table() -> Table:
    table = Table(title="Lines", title_justify="left", box=None)
    for heading in ("agreement", "period from", "rule", "pounds", ""):
        table.add_column(heading, justify="right" if heading == "pounds" else "left")
    return table


def _whole(console: Console, table: Table, count: int) -> None:
    console.print(table)
    if count > SHOWN:
        console.print(f"and {count - SHOWN:,} lines more")


def _left_out(
    console: Console, rows: Iterable[tuple[int, LeftOutPart, str, Mapping[str, str]]]
) -> None:
    for agreement, part, code, told in rows:
        console.print(Text(f"\nAgreement {agreement} cannot be assessed", style="bold"))
        console.print(f"{why_left_out(code, told)} {what_waits(part)} {what_to_do(code)}")


def _remittances(console: Console, rows: tuple[RemittanceFacts, ...]) -> None:
    names = organisation_names({pk for row in rows for pk in (row.payer_id, row.payee_id)})
    table = Table(title="Remittances", title_justify="left", box=None)
    for heading in ("payer", "payee", "earned", "brought forward", "paid", "carried"):
        table.add_column(heading, justify="left" if heading in ("payer", "payee") else "right")
    for row in rows:
        figures = (row.earned, row.brought_forward, row.paid, row.carried)
        told = map(pounds_text, figures)
        table.add_row(names[row.payer_id], names[row.payee_id], *told)
    console.print(table)
