"""A price on a page: each role's sum, what stands over them, and 13 instalments."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.blocks.web.price_form import PriceForm
from whatmatters.blocks.web.refused import refused_words
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.rules.commissioning import Problems
from whatmatters.rules.commissioning_models.patch_block import (
    Terms,
    YearPrice,
    read_terms,
    year_price,
)
from whatmatters.rules.instalments import instalment_of
from whatmatters.rules.money import pence as in_pence
from whatmatters.rules.money_text import exact_pounds_text, exact_text


@dataclass(frozen=True, slots=True)
class PriceRow:
    """One part of a price: its name, how it comes about, and its sum."""

    name: str
    how: str
    sum: str


@dataclass(frozen=True, slots=True)
class ShownPrice:
    """A year's price with its parts, and its first instalment."""

    rows: tuple[PriceRow, ...]
    year: str
    instalment: str


def price_of(form: PriceForm) -> ShownPrice | None:
    """The price of what was typed; None where the terms cannot be read, and the form says why."""
    try:
        terms = read_terms(form.terms())
    except Problems as refused:
        form.refuse(refused_words(refused))
        return None
    return shown_price(terms, year_price(terms))


def shown_price(terms: Terms, price: YearPrice) -> ShownPrice:
    """The same sums that every instalment's statement opens to."""
    return ShownPrice(
        tuple(_rows(terms, price)), pounds(price.pence), pounds(instalment_of(price.pence, 1))
    )


def _rows(terms: Terms, price: YearPrice) -> Iterator[PriceRow]:
    for role, sum_ in price.roles:
        told = {
            "wte": exact_text(role.wte),
            "wage": exact_pounds_text(in_pence(role.hourly_wage)),
            "hours": exact_text(role.hours_per_wte),
            "on_costs": exact_text(role.on_costs),
        }
        how = _("%(wte)s WTE × %(wage)s an hour × %(hours)s hours × (1 + %(on_costs)s)") % told
        yield PriceRow(role.role, how, exact_pounds_text(sum_))
    yield PriceRow(_("Management"), "", exact_pounds_text(in_pence(terms.management)))
    yield PriceRow(_("Overheads"), "", exact_pounds_text(in_pence(terms.overheads)))
    yield PriceRow(_("Cost"), _("staff + management + overheads"), exact_pounds_text(price.cost))
    shares = {"share": terms.profit_share, "cap": terms.profit_cap}
    told = {key: f"{exact_text(100 * share)}%" for key, share in shares.items()}
    how = _("%(share)s of the price; above %(cap)s of it goes back") % told
    yield PriceRow(_("Profit"), how, exact_pounds_text(price.pence - price.cost))
    floor = exact_pounds_text(in_pence(terms.wage_floor))
    yield PriceRow(_("No wage under, an hour"), "", floor)
