"""What is asked about a time at which nobody is to come."""

from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, SomeOf
from whatmatters.rota.web.clock import WEEKDAY_CHOICES, ClockField
from whatmatters.rota.web.over_form import KeepForm
from whatmatters.rota.web.words import QUIET
from whatmatters.rules.rota.agreed import QuietFor, QuietTime


class QuietForm(KeepForm):
    """A time at which nobody is to come."""

    kind = OneOf(label=_("What is this time for?"), choices=list(QUIET.items()))
    days = SomeOf(label=_("On which days?"), choices=WEEKDAY_CHOICES)
    starts = ClockField(label=_("From what time?"))
    ends = ClockField(label=_("Until what time?"))

    def time(self, number: int) -> QuietTime:
        """What was said, from a form that is valid."""
        told = self.cleaned_data
        days = frozenset(map(int, told["days"]))
        return QuietTime(number, QuietFor(told["kind"]), days, told["starts"], told["ends"])
