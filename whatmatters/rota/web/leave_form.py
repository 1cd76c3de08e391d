"""What is asked about days away."""

from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.rules.rota.roster.told import Leave

AWAY, NOT_AWAY = "away", "not_away"


class LeaveForm(PageForm):
    """From a day to a day, away or not after all."""

    away = OneOf(
        label=_("What do you want to tell?"),
        choices=[
            (AWAY, _("Away on these days")),
            (NOT_AWAY, _("Not away on these days after all")),
        ],
    )
    first = DateField(label=_("From which day?"))
    last = DateField(label=_("Until which day?"), help_text=_("The last day away."))

    def told(self) -> Leave:
        """What was told, from a form that is valid."""
        said = self.cleaned_data
        return Leave(said["first"], said["last"], said["away"] == AWAY)
