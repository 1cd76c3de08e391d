"""A roster's verdict on a terminal: rules broken in words, then the tiers."""

from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table
from rich.text import Text

from whatmatters.frontend.problem_words import printable
from whatmatters.frontend.rota_roster_words import broken_text, tier_text
from whatmatters.frontend.rota_words import number_text
from whatmatters.rules.rota.plan import Tier, Verdict


def show(verdict: Verdict, console: Console) -> None:
    """Print a verdict of a roster."""
    for broken in verdict.broken:
        console.print(Text(broken_text(broken.code, broken.params)))
    if verdict.legal:
        console.print(_("No hard rule is broken."))
    if verdict.tiers:
        console.print(_tiers(verdict.tiers))


def show_proven(proven: tuple[str, ...], tiers: tuple[Tier, ...], console: Console) -> None:
    """Say how far the roster is proved to be the best."""
    if len(proven) == len(tiers):
        console.print(_("No roster is better: this is proved."))
    elif proven:
        names = ", ".join(tier_text(code) for code in proven)
        console.print(Text(_("No roster has less of: %(tiers)s.") % {"tiers": names}))
    else:
        console.print(_("The search ended before it was proved that no roster is better."))


def _tiers(tiers: tuple[Tier, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading, justify in (("", "left"), (_("Number"), "right"), (_("Minutes"), "right")):
        table.add_column(heading, justify=justify)  # type: ignore[arg-type]
    table.add_column("")
    for tier in tiers:
        which = ", ".join(map(printable, tier.which))
        row = (tier_text(tier.code), str(tier.count), number_text(tier.minutes), which)
        table.add_row(*map(Text, row))
    return table
