"""What a team said to an offered plan, and whom it rang about it."""

from django.db import models

from whatmatters.records.tenancy import AppendOnlyRow
from whatmatters.rota.models.agreed import AgreedVisit
from whatmatters.rota.models.day import DayPlan
from whatmatters.rota.models.live import LiveOffer


class LiveAnswer(AppendOnlyRow):
    """Accepted or declined, once; over one plan one offer alone is accepted."""

    offer = models.OneToOneField(LiveOffer, on_delete=models.PROTECT, related_name="answer")
    yes = models.BooleanField()
    over = models.OneToOneField(DayPlan, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(yes=True, over__isnull=False)
                | models.Q(yes=False, over__isnull=True),
                name="live_answer_over_a_plan",
            ),
        ]


class CourtesyCall(AppendOnlyRow):
    """Somebody was rung about a visit that is not as she was told."""

    offer = models.ForeignKey(LiveOffer, on_delete=models.PROTECT, related_name="calls")
    visit = models.ForeignKey(AgreedVisit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offer", "visit"], name="courtesy_call_once"),
        ]
