"""The price of a block, built from its team: each setting with its tradition and its known risk."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.blocks.web.role_fields import (
    PENCE,
    ROLES,
    add_roles,
    check_rows,
    exact,
    role_initial,
    role_of,
)
from whatmatters.frontend.forms import MoneyField, PageForm
from whatmatters.rules.commissioning_models.patch_block import Terms

PERCENT = 100


def percent(label: Any, hint: Any) -> forms.DecimalField:
    """A share asked for in per cent."""
    return forms.DecimalField(
        label=label, help_text=hint, min_value=0, max_value=99, max_digits=5, decimal_places=2
    )


class PriceForm(PageForm):
    """Roles, what stands over them, profit and its cap, and the floor under every wage."""

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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_roles(self, self.leading)

    def clean(self) -> dict[str, Any]:
        """At least one role, each whole and named once."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        names = [told.get(f"role_{n}") for n in range(1, ROLES + 1) if told.get(f"role_{n}")]
        if not names and "role_1" not in self.errors:
            self.refuse(_("Name at least one role of the team"), "role_1")
        if len(set(names)) != len(names):
            self.refuse(_("Two roles have the same name"), "role_1")
        check_rows(self)
        return told

    def terms(self) -> dict[str, object]:
        """Terms as a contract keeps them."""
        told = self.cleaned_data
        found = (role_of(told, number) for number in range(1, ROLES + 1))
        return {
            "roles": [role for role in found if role is not None],
            "management": _pounds(told["management"]),
            "overheads": _pounds(told["overheads"]),
            "profit_share": told["profit_share"] / PERCENT,
            "profit_cap": told["profit_cap"] / PERCENT,
            "wage_floor": _pounds(told["wage_floor"]),
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


def _pounds(pence: int) -> Decimal:
    return Decimal(pence) / PENCE
