"""A statement on a terminal: each line with its arithmetic below it."""

from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whatmatters.frontend.problem_words import printable
from whatmatters.frontend.statement import Sums
from whatmatters.frontend.statement_words import day_text, reason_text, sums_of
from whatmatters.rules.commissioning import AgreementTerms, Line, Statement
from whatmatters.rules.money_text import pounds_text

INDENT = 4


def statement(title: str, agreement: AgreementTerms[Any], told: Statement) -> None:
    """Print a statement on standard output."""
    console = Console(highlight=False)
    console.print(Text(printable(title), style="bold"))
    ends = "open-ended" if agreement.ends is None else f"to {day_text(agreement.ends)}"
    console.print(Text(f"{told.model}, from {day_text(agreement.starts)} {ends}"))
    for line in told.lines:
        _line(console, line)
    if not told.lines:
        console.print("\nNothing is due.")
    console.print()
    console.print(Text(f"Total {pounds_text(told.total)}", style="bold"))
    for key, pence in told.carried.items():
        console.print(Text(f"Carried forward, {key}: {pounds_text(pence)}"))


def _line(console: Console, line: Line) -> None:
    console.print()
    console.print(Text(f"{pounds_text(line.pence)}  {printable(reason_text(line))}", style="bold"))
    parties = f"{printable(line.payer)} to {printable(line.payee)} · rule {line.rule}"
    console.print(Text(parties, style="dim"))
    for sums in sums_of(line):
        console.print(Padding(_table(sums), (0, 0, 0, INDENT)))


def _table(sums: Sums) -> Table:
    table = Table(title=sums.title, title_justify="left", title_style="italic", box=None)
    table.show_header = False
    table.add_column(min_width=16)
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for row in sums.rows:
        style = "bold" if row.is_sum else ""
        table.add_row(Text(row.what), Text(row.figure), Text(row.source, style="dim"), style=style)
    return table
