"""What is agreed of shifts: tiers with rates, on-costs, and how two funders divide a shift."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import OneOf, PageForm, say_which
from whatmatters.rules.commissioning_models.shift_split import Method, Terms
from whatmatters.shifts.web.words import ABOUT, METHODS

TIERS = 4
PERCENT = 100
# As fine as any that is typed or was agreed by a file.
DIGITS, PLACES = 11, 6


def number(label: Any, hint: Any, most: int, *, needed: bool = True) -> forms.DecimalField:
    """A figure of the terms, kept as exact as it was typed."""
    return forms.DecimalField(
        label=label,
        help_text=hint,
        required=needed,
        min_value=0,
        max_value=most,
        max_digits=DIGITS,
        decimal_places=PLACES,
    )


class TermsForm(PageForm):
    """Tiers by name, and how the cost of a shift is divided. `was`: terms that hold now."""

    on_costs = number(
        gettext_lazy("On-costs, in per cent of the wage"),
        gettext_lazy("National Insurance, pension, holiday, training."),
        200,
    )
    method = OneOf(
        label=gettext_lazy("How is a shift divided between the two?"),
        choices=[(str(one), METHODS[one], ABOUT[one]) for one in Method],
    )
    nhs_share = number(
        gettext_lazy("The NHS’s agreed share, in per cent"),
        gettext_lazy("Always for a shift in which nobody was seen; for every shift by that way."),
        100,
    )

    # Questions that stand before the tiers.
    leading: ClassVar[tuple[str, ...]] = ("form_token",)

    def __init__(self, *args: Any, was: Terms | None = None, **kwargs: Any) -> None:
        if was is not None:
            kwargs["initial"] = initial_of(was)
        super().__init__(*args, **kwargs)
        self.rows = range(1, max(TIERS, len(was.tiers) + 1 if was else 0) + 1)
        own = list(self.fields)
        for row in self.rows:
            told = {"number": row}
            self.fields[f"tier_{row}"] = forms.CharField(
                label=_("Tier %(number)s") % told, required=row == 1, max_length=40
            )
            label = _("Tier %(number)s: pounds an hour") % told
            self.fields[f"rate_{row}"] = number(label, "", 999, needed=row == 1)
        rows = [f"{part}_{row}" for row in self.rows for part in ("tier", "rate")]
        self.order_fields([name for name in own if name in self.leading] + rows)
        say_which(self)

    def clean(self) -> dict[str, Any]:
        """Each tier named once and with its rate."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        names = [told[f"tier_{row}"] for row in self.rows if told.get(f"tier_{row}")]
        if len(set(names)) != len(names):
            self.refuse(_("Two tiers have the same name"), "tier_1")
        for row in self.rows:
            name, rate = f"tier_{row}", f"rate_{row}"
            if name in self.errors or rate in self.errors:
                continue
            if bool(told.get(name)) != (told.get(rate) is not None):
                wrong = _("Tier %(number)s needs a name and a rate") % {"number": row}
                self.refuse(wrong, rate if told.get(name) else name)
        return told

    def terms(self) -> dict[str, object]:
        """Terms as a contract keeps them."""
        told = self.cleaned_data
        rows = ((told[f"tier_{row}"], told[f"rate_{row}"]) for row in self.rows)
        return {
            "tiers": {name: rate for name, rate in rows if name},
            "on_costs": told["on_costs"] / PERCENT,
            "method": told["method"],
            "nhs_share": told["nhs_share"] / PERCENT,
        }


def initial_of(terms: Terms) -> Mapping[str, object]:
    """What stands in the form for terms that hold now."""
    found: dict[str, object] = {
        "on_costs": exact(terms.on_costs * PERCENT),
        "method": str(terms.method),
        "nhs_share": None if terms.nhs_share is None else exact(terms.nhs_share * PERCENT),
    }
    for row, (name, rate) in enumerate(terms.tiers.items(), start=1):
        found |= {f"tier_{row}": name, f"rate_{row}": exact(rate)}
    return found


def exact(figure: Fraction) -> Decimal:
    """A number of the terms as it was typed."""
    return Decimal(figure.numerator) / Decimal(figure.denominator)
