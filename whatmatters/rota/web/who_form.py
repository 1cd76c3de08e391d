"""Which team makes the visits, from when, and whom the person chose."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, SomeOf
from whatmatters.rota.web.over_form import OverForm


class WhoForm(OverForm):
    """Which team, from when, and who the person chose."""

    team = OneOf(label=_("Which team makes the visits?"))
    starts = DateField(label=_("From which day?"))
    ends = DateField(
        label=_("Until which day?"),
        help_text=_("Leave it empty to let it run until it is agreed anew."),
        required=False,
    )
    chosen = SomeOf(
        label=_("Whom did the person choose?"),
        help_text=_("The rota sends them before anybody else. Leave it empty if nobody was named."),
        required=False,
    )
    never = SomeOf(
        label=_("Who is not to come?"),
        help_text=_("No reason is asked. The rota never sends them."),
        required=False,
    )

    def offer(self, teams: Sequence[tuple[str, str]], workers: Sequence[tuple[str, str]]) -> None:
        """Which teams and workers there are."""
        self.fields["team"].choices = list(teams)  # type: ignore[attr-defined]
        for name in ("chosen", "never"):
            self.fields[name].choices = list(workers)  # type: ignore[attr-defined]
