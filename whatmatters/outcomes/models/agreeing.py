"""The agreement by three, and the urgent start (R-WI-05)."""

from django.db import models

from whatmatters.outcomes.models.plans import PlanVersion
from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.people import Authority


class PlanAnswer(WrittenRow):
    """What one party answered to one version, once; by what authority, and in whose words."""

    holds_words = (Words("version__plan__person", ("words",)),)

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="answers")
    party = code_field(Party)
    answer = code_field(Answer)
    authority = code_field(Authority, default=Authority.OWN)
    words = models.TextField(blank=True)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "party"], name="plan_answer_once"),
            one_of("party", Party, "plan_answer_party"),
            one_of("answer", Answer, "plan_answer_answer"),
            one_of("authority", Authority, "plan_answer_authority"),
        ]


class UrgentStart(AppendOnlyRow):
    """Support begun on the social worker's authority, paid from its first day.

    `agree_by` is the last day on which the three should have agreed.
    """

    version = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, related_name="urgent")
    on = models.DateField()
    agree_by = models.DateField()
