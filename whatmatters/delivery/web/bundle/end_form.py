"""The last day of a bundle and why it ends."""

from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.rules.outcomes import EndReason

REASONS = [
    (EndReason.NO_LONGER_NEEDED, gettext_lazy("Nothing more is needed")),
    (EndReason.REVIEWED, gettext_lazy("It was reviewed, and something else fits better")),
    (EndReason.REPLACED, gettext_lazy("Another bundle or a plan takes its place")),
    (EndReason.DIRECT_PAYMENT, gettext_lazy("A direct payment takes its place")),
    (EndReason.MOVED, gettext_lazy("They move out of the council’s area")),
]


class EndForm(PageForm):
    """The last day and the reason."""

    on = DateField(label=gettext_lazy("The last day"))
    reason = OneOf(label=gettext_lazy("Why does it end?"), choices=REASONS)
