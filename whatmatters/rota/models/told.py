"""What people were told of a day, kept apart from what is planned."""

from django.db import models

from whatmatters.records.tenancy import AppendOnlyRow
from whatmatters.rota.models.agreed import AgreedVisit


class ToldVisit(AppendOnlyRow):
    """What a person was told of a visit of one day: the newest counts, whatever is planned.

    Without a worker: nobody comes as was told before, and the team will ring. It counts for the
    visit of that number whichever version of her plan holds by then.
    """

    visit = models.ForeignKey(AgreedVisit, on_delete=models.PROTECT, related_name="told")
    on = models.DateField()
    start = models.PositiveSmallIntegerField()
    worker = models.ForeignKey(
        "teams.Worker", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["council", "on"], name="told_visit_by_day")]
