"""The rows of a price form: a role, how many, what an hour is paid, hours a year, on-costs."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from whatmatters.frontend.forms import MoneyField, PageForm, say_which
from whatmatters.rules.commissioning_models.patch_block import TeamRole, Terms

ROLES = 4
PENCE = 100
PARTS = ("wte", "wage", "hours", "on_costs")
# As fine as any that is typed or was agreed by a file.
DIGITS, PLACES = 11, 6


def add_roles(form: PageForm, leading: tuple[str, ...], number_of_rows: int) -> None:
    """Rows of five questions; only the first row has to be answered."""
    rows: dict[str, forms.Field] = {}
    for number in range(1, number_of_rows + 1):
        told = {"number": number}
        needed = number == 1
        rows[f"role_{number}"] = forms.CharField(
            label=_("Role %(number)s") % told, required=needed, max_length=60
        )
        rows[f"wte_{number}"] = _number(
            _("Role %(number)s: whole-time equivalents") % told, 999, needed
        )
        rows[f"wage_{number}"] = MoneyField(
            label=_("Role %(number)s: wage an hour") % told, required=needed
        )
        rows[f"hours_{number}"] = _number(
            _("Role %(number)s: paid hours a year for each whole-time equivalent") % told,
            3000,
            needed,
        )
        rows[f"on_costs_{number}"] = _number(
            _("Role %(number)s: on-costs, in per cent of the wage") % told, 200, needed
        )
    own = list(form.fields)
    form.fields |= rows
    form.order_fields([name for name in own if name in leading] + list(rows))
    say_which(form)


def _number(label: str, most: int, needed: bool) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        required=needed,
        min_value=0,
        max_value=most,
        max_digits=DIGITS,
        decimal_places=PLACES,
    )


def check_rows(form: PageForm, number_of_rows: int) -> None:
    """A named role needs all of its figures; figures need a name."""
    told = form.cleaned_data
    for number in range(1, number_of_rows + 1):
        named = bool(told.get(f"role_{number}"))
        for part in PARTS:
            key = f"{part}_{number}"
            if key in form.errors:
                continue
            if named and told.get(key) is None:
                form.refuse(_("Role %(number)s needs this figure") % {"number": number}, key)
            if not named and told.get(key) is not None and f"role_{number}" not in form.errors:
                form.refuse(_("Role %(number)s has figures and no name") % {"number": number}, key)


def rows_for(roles: Sequence[TeamRole]) -> int:
    """Room for every role that is agreed and one more."""
    return max(ROLES, len(roles) + 1)


def role_of(
    told: Mapping[str, Any], number: int, roles: Sequence[TeamRole]
) -> dict[str, object] | None:
    """One role as terms have it; None for an empty row. `roles`: as they are agreed now."""
    if not told[f"role_{number}"]:
        return None
    was = next((role for role in roles if role.role == told[f"role_{number}"]), None)
    return {
        "role": told[f"role_{number}"],
        "wte": told[f"wte_{number}"],
        "hourly_wage": pounds_of(told[f"wage_{number}"], was.hourly_wage if was else None),
        "hours_per_wte": told[f"hours_{number}"],
        "on_costs": told[f"on_costs_{number}"] / PENCE,
    }


def role_initial(roles: Sequence[TeamRole]) -> dict[str, object]:
    """What stands in the rows for roles that are agreed."""
    found: dict[str, object] = {}
    for number, role in enumerate(roles, start=1):
        found |= {
            f"role_{number}": role.role,
            f"wte_{number}": exact(role.wte),
            f"wage_{number}": int(role.hourly_wage * PENCE),
            f"hours_{number}": exact(role.hours_per_wte),
            f"on_costs_{number}": exact(role.on_costs * PENCE),
        }
    return found


def pounds_of(pence: int, was: Fraction | None) -> Decimal:
    """Pounds that were typed in whole pence; what was finer and stands as it stood stays so."""
    if was is not None and int(was * PENCE) == pence:
        return exact(was)
    return Decimal(pence) / PENCE


def finer(terms: Terms) -> dict[str, Fraction]:
    """Sums of the terms that are finer than a penny, by their field."""
    sums = {f"wage_{n}": role.hourly_wage for n, role in enumerate(terms.roles, start=1)}
    sums |= {name: getattr(terms, name) for name in ("management", "overheads", "wage_floor")}
    return {name: pounds for name, pounds in sums.items() if (pounds * PENCE).denominator != 1}


def exact(number: Fraction) -> Decimal:
    """A number of the terms as it was typed."""
    return Decimal(number.numerator) / Decimal(number.denominator)
