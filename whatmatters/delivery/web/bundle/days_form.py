"""Seven numbers, one for each day, named by the day so that a draft never lands in another week."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from whatmatters.delivery.web.bundle.minutes_field import MinutesField
from whatmatters.frontend.forms import PageForm


class DaysForm(PageForm):
    """Minutes of the days that can be recorded; what is known stands in its place."""

    def __init__(
        self,
        data: Any = None,
        *,
        days: Sequence[date],
        known: Mapping[date, int],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.days, self.known = days, known
        for one in days:
            self.fields[_name(one)] = MinutesField(one, initial=known.get(one))

    def clean(self) -> dict[str, Any]:
        """A day that is known is put right, and never taken away."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        for one in self.days:
            if one in self.known and _name(one) in told and told[_name(one)] is None:
                self.add_error(_name(one), _("This day is recorded. Write 0 where nobody came"))
        return told

    def changed(self) -> Iterator[tuple[date, int]]:
        """Days with minutes that differ from what is known."""
        for one in self.days:
            minutes = self.cleaned_data[_name(one)]
            if minutes is not None and minutes != self.known.get(one):
                yield one, minutes


def _name(one: date) -> str:
    return f"day_{one:%Y%m%d}"
