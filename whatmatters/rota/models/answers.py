"""What each of the two answered to a version, once, by what authority."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rota.models.agreed import DeliveryPlan
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Authority


class DeliveryAnswer(AppendOnlyRow):
    """Yes, or not like this. The council is not asked: it is a promise between the two."""

    plan = models.ForeignKey(DeliveryPlan, on_delete=models.PROTECT, related_name="answers")
    party = code_field(Party)
    yes = models.BooleanField()
    authority = code_field(Authority, default=Authority.OWN)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "party"], name="delivery_answer_once"),
            models.CheckConstraint(
                condition=models.Q(party__in=[Party.PERSON, Party.PROVIDER]),
                name="delivery_answer_of_two",
            ),
            one_of("authority", Authority, "delivery_answer_authority"),
        ]


class DeliveryAnswerWords(WrittenRow):
    """What was said beside an answer, in the words of whoever gave it."""

    holds_words = (Words("answer__plan__person", ("words",)),)

    answer = models.OneToOneField(DeliveryAnswer, on_delete=models.PROTECT, related_name="said")
    words = models.TextField()
