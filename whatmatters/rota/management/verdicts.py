"""A verdict on a terminal: rules broken in words, then the tiers, then the figures."""

from datetime import date

from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table
from rich.text import Text

from whatmatters.frontend.rota_words import broken_text, figure_text, number_text, tier_text
from whatmatters.rules.rota.plan import Tier, Verdict


def show(day: date, verdict: Verdict, console: Console | None = None) -> None:
    """Print a verdict, on standard output where nothing else is said."""
    console = console or Console(highlight=False, soft_wrap=True)
    for broken in verdict.broken:
        console.print(Text(broken_text(day, broken)))
    if verdict.legal:
        console.print(_("No hard rule is broken."))
    if verdict.tiers:
        console.print(_tiers(verdict.tiers))
    for code, value in verdict.figures.items():
        console.print(Text(f"{figure_text(code)}: {number_text(value)}"))


def _tiers(tiers: tuple[Tier, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    table.add_column(_("Number"), justify="right")
    table.add_column(_("Minutes"), justify="right")
    for tier in tiers:
        table.add_row(tier_text(tier), str(tier.count), number_text(tier.minutes))
    return table


def verdict_object(verdict: Verdict) -> dict[str, object]:
    """The verdict as an object to be written as JSON."""
    return {
        "legal": verdict.legal,
        "broken": [{"code": b.code, **b.params} for b in verdict.broken],
        "tiers": [
            {"code": t.code, "count": t.count, "minutes": t.minutes, "which": list(t.which)}
            for t in verdict.tiers
        ],
        "figures": dict(verdict.figures),
    }
