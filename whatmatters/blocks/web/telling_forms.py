"""The forms in which a block's team and its payers tell how it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.blocks.web.words import DECISIONS, METHODS
from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm, WordsField
from whatmatters.rules.periods import PERIODS_IN_A_YEAR


def hours(label: Any, hint: Any = "") -> forms.DecimalField:
    """Hours in 28 days, to two places."""
    return forms.DecimalField(
        label=label,
        help_text=hint,
        min_value=0,
        max_value=999_999,
        max_digits=8,
        decimal_places=2,
    )


class CapacityForm(PageForm):
    """One instalment's 28 days."""

    instalment = forms.IntegerField(
        label=_("Which instalment, 1 to 13"), min_value=1, max_value=PERIODS_IN_A_YEAR
    )
    committed = hours(
        _("Hours promised to people"),
        _("What their plans need in these 28 days, not minutes spent."),
    )
    deployable = hours(
        _("Hours that the team could give"), _("After leave, sickness, training and travel.")
    )


class EstimateForm(PageForm):
    """R-MO-01: method, inputs, assumptions; who and when are kept with it."""

    on = DateField(label=_("On which day"))
    method = OneOf(label=_("How was it estimated?"), choices=list(METHODS.items()))
    hours = hours(_("Hours that the team can give in 28 days"))
    inputs = WordsField(label=_("From which figures?"))
    assumptions = WordsField(label=_("What was assumed?"))


class ReviewForm(PageForm):
    """R-MO-02: minuted, and linked to what comes of it."""

    held_on = DateField(label=_("On which day did you meet?"))
    attended = WordsField(label=_("Who was there, and for whom?"), rows=2)
    minutes = WordsField(label=_("What was said"), rows=8)
    decision = OneOf(label=_("What was decided?"), choices=list(DECISIONS.items()))


class BookForm(PageForm):
    """What was really spent, under four headings."""

    wages = MoneyField(
        label=_("Wages"), help_text=_("What reached those who work at people’s homes.")
    )
    on_costs = MoneyField(
        label=_("On-costs"), help_text=_("National Insurance, pension, holiday, training.")
    )
    management = MoneyField(label=_("Management"))
    overheads = MoneyField(label=_("Overheads"))
