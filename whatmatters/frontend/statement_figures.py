"""How a figure of a statement is shown, and the last rows that every sum ends with."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from whatmatters.frontend.statement import SumRow
from whatmatters.rules.commissioning import Input, Inputs
from whatmatters.rules.money import PENCE_IN_A_POUND
from whatmatters.rules.money_text import exact_pounds_text, exact_text, pounds_text


def result(told: Inputs, pence: int | None) -> Iterator[SumRow]:
    """The one rounding, the sharing between payers, and what this line comes to."""
    if pence is None:
        return
    if "payer_share" in told:
        yield SumRow(_("Before sharing"), whole(told["line_pence"]), _("rounded half up, once"))
        how = _("share %(share)s, by largest remainder") % {"share": told["payer_share"]}
        yield SumRow(_("This payer’s part"), pounds_text(pence), how, is_sum=True)
        return
    yield SumRow(_("This line"), pounds_text(pence), _("rounded half up, once"), is_sum=True)


def tables(value: Input) -> Iterator[Mapping[str, Input]]:
    """The rows of a list of tables; nothing where it is none."""
    if isinstance(value, list):
        yield from (row for row in value if isinstance(row, dict))


def whole(value: Input) -> str:
    """Whole pence as pounds."""
    return pounds_text(int(str(value)))


def pounds(value: Input) -> str:
    """Exact pounds, with every digit."""
    return exact(exact_text(Fraction(str(value)) * PENCE_IN_A_POUND))


def exact(value: Input) -> str:
    """Exact pence as pounds, with every digit."""
    return exact_pounds_text(Fraction(str(value)))
