"""The price of a block, built from its team: each setting with its tradition and its known risk."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.blocks.web.role_fields import (
    DIGITS,
    PENCE,
    PLACES,
    add_roles,
    check_rows,
    exact,
    finer,
    pounds_of,
    role_initial,
    role_of,
    rows_for,
)
from whatmatters.frontend.forms import MoneyField, PageForm
from whatmatters.rules.commissioning_models.patch_block import Terms
from whatmatters.rules.money import pence as in_pence
from whatmatters.rules.money_text import exact_pounds_text

PERCENT = 100


def percent(label: Any, hint: Any) -> forms.DecimalField:
    """A share asked for in per cent."""
    return forms.DecimalField(
        label=label,
        help_text=hint,
        min_value=0,
        max_value=99,
        max_digits=DIGITS,
        decimal_places=PLACES,
    )


class PriceForm(PageForm):
    """Roles, what stands over them, profit and its cap, and the floor under every wage.

    `was`: terms that hold now. All of them stand in the form; a sum finer than a penny stays as
    fine as it was where nobody changes it.
    """

    management = MoneyField(
        label=gettext_lazy("Management, a year"),
        help_text=gettext_lazy("Gwynedd. What is moved here is no longer wages."),
    )
    overheads = MoneyField(
        label=gettext_lazy("Overheads, a year"),
        help_text=gettext_lazy("Offices, phones, insurance, pool vehicles."),
    )
    profit_share = percent(
        gettext_lazy("Profit, in per cent of the price"),
        gettext_lazy("Gwynedd: capped. The figure is the contract’s own."),
    )
    profit_cap = percent(
        gettext_lazy("Most profit, in per cent of the price"),
        gettext_lazy("What is above it goes back at the year’s end. A cap may become usual."),
    )
    wage_floor = MoneyField(
        label=gettext_lazy("No wage under, an hour"),
        help_text=gettext_lazy(
            "Gwynedd: well above the minimum. A floor that nobody raises is a ceiling."
        ),
    )

    # Questions that stand before the rows of roles.
    leading: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, was: Terms | None = None, **kwargs: Any) -> None:
        if was is not None:
            kwargs["initial"] = dict(initial_of(was))
        super().__init__(*args, **kwargs)
        self.was, roles = was, was.roles if was else ()
        self.rows = range(1, rows_for(roles) + 1)
        add_roles(self, self.leading, len(self.rows))
        for name, pounds in finer(was).items() if was else ():
            told = {"exact": exact_pounds_text(in_pence(pounds))}
            self.fields[name].help_text = (
                _("%(exact)s exactly. As it stands here it stays so.") % told
            )

    def clean(self) -> dict[str, Any]:
        """At least one role, each whole and named once."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        names = [told.get(f"role_{n}") for n in self.rows if told.get(f"role_{n}")]
        if not names and "role_1" not in self.errors:
            self.refuse(_("Name at least one role of the team"), "role_1")
        if len(set(names)) != len(names):
            self.refuse(_("Two roles have the same name"), "role_1")
        check_rows(self, len(self.rows))
        return told

    def terms(self) -> dict[str, object]:
        """Terms as a contract keeps them."""
        told, was = self.cleaned_data, self.was
        found = (role_of(told, number, was.roles if was else ()) for number in self.rows)
        return {
            "roles": [role for role in found if role is not None],
            "management": pounds_of(told["management"], was.management if was else None),
            "overheads": pounds_of(told["overheads"], was.overheads if was else None),
            "profit_share": told["profit_share"] / PERCENT,
            "profit_cap": told["profit_cap"] / PERCENT,
            "wage_floor": pounds_of(told["wage_floor"], was.wage_floor if was else None),
        }


def initial_of(terms: Terms) -> Mapping[str, object]:
    """What stands in the form for terms that hold now."""
    return {
        "management": int(terms.management * PENCE),
        "overheads": int(terms.overheads * PENCE),
        "profit_share": exact(terms.profit_share * PERCENT),
        "profit_cap": exact(terms.profit_cap * PERCENT),
        "wage_floor": int(terms.wage_floor * PENCE),
        **role_initial(terms.roles),
    }
