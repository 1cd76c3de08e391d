"""Which figures a page shows: all, or those of one class. By address, so that it can be kept."""

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.insight.queries.dashboard import Dashboard
from whatmatters.rules.measures.register import MeasureClass


class FiguresForm(forms.Form):
    """A class of figures, or none for all of them."""

    figures = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[
            ("", _("All figures")),
            (MeasureClass.LEADING, _("Leading figures")),
            (MeasureClass.PLANNING, _("Planning figures")),
            (MeasureClass.LAGGING, _("Lagging figures")),
        ],
        error_messages={"invalid_choice": _("Choose one of the listed kinds of figures")},
    )

    def shown(self, board: Dashboard) -> frozenset[str]:
        """The keys of the figures that are asked for; all where the form is not in order."""
        wanted = self.cleaned_data.get("figures", "") if self.is_valid() else ""
        return frozenset(k for k, measure in board.measures.items() if wanted in ("", measure.kind))
