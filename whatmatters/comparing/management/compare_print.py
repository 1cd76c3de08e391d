"""A comparison on a terminal: a short table, and below it what could not be priced and why."""

from collections.abc import Mapping
from decimal import Decimal

from rich.console import Console
from rich.table import Table

from whatmatters.comparing.services.comparing import Comparison
from whatmatters.comparing.services.table import Row, estimated, pounds, rows, terms_words
from whatmatters.frontend import comparing_words as words
from whatmatters.frontend.comparing_words import Figure
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.rules.comparing.summing import Compared

SHOWN = (Figure.WHY_NOT, Figure.LEFT_OUT, Figure.BY_PAYER, Figure.ONE_MORE_HOUR)


def comparison(found: Comparison, names: Mapping[str, str]) -> None:
    """Everything a person needs to read it; the whole table is the CSV's."""
    out = Console(highlight=False, soft_wrap=True)
    first, last = found.window[0].start, found.window[-1].last_day
    out.print(
        f"{found.people} people and {found.agreements} agreements, {len(found.window)} periods "
        f"from {first} to {last}. Nothing was written.",
        markup=False,
    )
    if found.invented:
        out.print(f"{words.INVENTED}: every fact here.", markup=False)
    table = Table("Way of paying", "People", "Cost", "As it was", "More for a person in a period")
    for one in found.models:
        table.add_row(str(WAY_NAMES.get(one.model, one.model)), *_row(one))
    out.print(table)
    for one in found.models:
        out.print(str(WAY_NAMES.get(one.model, one.model)), markup=False, style="bold")
        if one.anew:
            out.print(f"  {terms_words(found, one.model)}", markup=False)
        for row in rows(found, one, names):
            if row.figure in SHOWN:
                told = words.FIGURES[row.figure].name
                value = _money(row.value) if row.unit == "£" else f"{row.value} {row.unit}"
                out.print(f"  {told}: {row.of}: {value}", markup=False)


def _row(one: Compared) -> tuple[str, str, str, str]:
    people = f"{one.people} ({one.as_they_are} so already)"
    if not one.supports:
        return "0", "", "", str(words.CANNOT_TELL)
    difference = estimated(Row(Figure.DIFFERENCE), one.difference)
    verdict = str(words.VERDICTS[one.verdict])
    if not one.anew:
        told = ""
    elif difference.lower is None:
        told = str(words.TOO_FEW)
    else:
        bounds = f"{_money(difference.lower)} to {_money(difference.upper)}"
        told = f"{_money(difference.value)} ({bounds}): {verdict}"
    return people, _money(pounds(one.pence)), _money(pounds(one.as_it_was)), told


def _money(amount: Decimal | None) -> str:
    """Pounds as they are written; a sum that cannot be told has none."""
    return "" if amount is None else f"{'-' if amount < 0 else ''}£{abs(amount):,}"
