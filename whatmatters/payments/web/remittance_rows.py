"""A statement as one table: what it begins with, each line, and what each payer pays.

What is paid by a payer is its balance brought forward and its lines, less what is carried.
"""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from whatmatters.frontend.spreadsheets import Cell
from whatmatters.payments.queries import RemittanceFacts, RemittanceView
from whatmatters.payments.web.statement_lines import Shown
from whatmatters.rules.money import PENCE_IN_A_POUND

Row = tuple[Cell, ...]
PENNIES = Decimal("0.01")


def columns() -> list[str]:
    """The headings. The last says how a row was worked, so that a line that is cut out keeps it."""
    return [
        _("Statement"),
        _("From"),
        _("To before"),
        _("Who pays"),
        _("Who is paid"),
        _("What"),
        _("What for"),
        _("Pounds"),
        _("Held, in pounds"),
        _("How it was worked"),
    ]


def rows(
    parts: tuple[RemittanceView, ...], shown: dict[int, Shown], names: dict[int, str]
) -> Iterator[Row]:
    """Every payer's part, in the order of the page."""
    for part in parts:
        facts = part.facts
        waits = _("The lines of the statement before came to less than nothing.")
        yield _row(facts, names, (_("Brought forward"), ""), facts.brought_forward, 0, waits)
        for told in part.lines:
            line = shown[told.line_id].line
            counts = 0 if told.held or told.repayable else told.pence
            held = -told.pence if told.held else 0
            note = f"{line.note} ({line.flag[1]})" if line.flag else line.note
            yield _row(facts, names, (line.what, note), counts, held, " ".join(line.after))
        never = _("A statement is never below nothing: a balance waits for the next one.")
        yield _row(facts, names, (_("Carried forward"), ""), -facts.carried, 0, never)
        adds = _("Brought forward, and the lines, less what is carried forward.")
        yield _row(facts, names, (_("Paid"), ""), facts.paid, 0, adds)


def _row(
    facts: RemittanceFacts,
    names: dict[int, str],
    what: tuple[str, str],
    pence: int,
    held: int,
    worked: str,
) -> Row:
    return (
        facts.remittance_id,
        facts.period_start,
        facts.period_end,
        names[facts.payer_id],
        names[facts.payee_id],
        *what,
        _pounds(pence),
        _pounds(held),
        worked,
    )


def _pounds(pence: int) -> Decimal:
    return (Decimal(pence) / PENCE_IN_A_POUND).quantize(PENNIES)
