"""The end of a plan: three answers held apart, the council's finding, and what comes next."""

from django.db import models

from whatmatters.outcomes.models.outcomes import Outcome
from whatmatters.outcomes.models.plans import PlanVersion
from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.outcomes import Achievement, Cause, Party, Route, Satisfaction
from whatmatters.rules.people import Authority


class Judgement(AppendOnlyRow):
    """The three-way judgement of one version, sealed until all answer or `until`."""

    version = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, related_name="judgement")
    on = models.DateField()
    until = models.DateField()


class OutcomeAnswer(WrittenRow):
    """What one party says of one outcome, given once and changed by nobody (R-WI-09).

    `tenths` is the share achieved: 10 achieved, 1 to 9 partly, 0 not; null for no answer.
    """

    holds_words = (Words("judgement__version__plan__person", ("words",)),)

    judgement = models.ForeignKey(Judgement, on_delete=models.PROTECT, related_name="answers")
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="answers")
    party = code_field(Party)
    achieved = code_field(Achievement)
    tenths = models.PositiveSmallIntegerField(null=True)
    authority = code_field(Authority, default=Authority.OWN)
    words = models.TextField(blank=True)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["judgement", "outcome", "party"], name="outcome_answer_once"
            ),
            one_of("party", Party, "outcome_answer_party"),
            one_of("achieved", Achievement, "outcome_answer_achieved"),
            one_of("authority", Authority, "outcome_answer_authority"),
            models.CheckConstraint(
                condition=models.Q(achieved=Achievement.ACHIEVED, tenths=10)
                | models.Q(achieved=Achievement.PARTLY, tenths__gte=1, tenths__lte=9)
                | models.Q(achieved=Achievement.NOT_ACHIEVED, tenths=0)
                | models.Q(achieved=Achievement.NO_ANSWER, tenths__isnull=True),
                name="outcome_answer_tenths_match",
            ),
        ]


class Finding(WrittenRow):
    """The council's finding on one outcome: share achieved, cause, and the reason where it differs.

    It starts from the person's answer. `reason` is written for all three to read.
    """

    holds_words = (Words("judgement__version__plan__person", ("reason",)),)

    judgement = models.ForeignKey(Judgement, on_delete=models.PROTECT, related_name="findings")
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="findings")
    tenths = models.PositiveSmallIntegerField()
    cause = code_field(Cause, null=True)
    differs = models.BooleanField()
    reason = models.TextField(blank=True)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["judgement", "outcome"], name="finding_once"),
            models.CheckConstraint(
                condition=models.Q(tenths__lte=10), name="finding_tenths_at_most_ten"
            ),
            models.CheckConstraint(
                condition=models.Q(tenths=10) | models.Q(cause__isnull=False),
                name="finding_short_of_all_has_cause",
            ),
            models.CheckConstraint(
                condition=models.Q(differs=False) | ~models.Q(reason=""),
                name="finding_that_differs_has_reason",
            ),
        ]


class PersonSatisfaction(WrittenRow):
    """How the person feels about the support, apart from what was achieved (R-WI-19)."""

    holds_words = (Words("judgement__version__plan__person", ("words",)),)

    judgement = models.OneToOneField(
        Judgement, on_delete=models.PROTECT, related_name="satisfaction"
    )
    answer = code_field(Satisfaction)
    words = models.TextField(blank=True)
    authority = code_field(Authority, default=Authority.OWN)

    class Meta:
        constraints = [one_of("answer", Satisfaction, "satisfaction_answer")]


class FamilyView(WrittenRow):
    """What someone close thinks, held apart from the person's own answer (R-WI-18)."""

    holds_words = (Words("judgement__version__plan__person", ("name", "relationship", "words")),)

    judgement = models.ForeignKey(Judgement, on_delete=models.PROTECT, related_name="family_views")
    name = models.CharField(max_length=200)
    relationship = models.CharField(max_length=80)
    words = models.TextField()


class RouteChoice(WrittenRow):
    """Both routes offered at equal value, the advice given, and the person's choice (R-WI-14)."""

    holds_words = (Words("version__plan__person", ("advice",)),)

    version = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, related_name="route")
    value = models.BigIntegerField()
    advice = models.TextField()
    advised_on = models.DateField()
    chosen = code_field(Route, null=True)
    chosen_on = models.DateField(null=True)

    class Meta:
        constraints = [
            one_of("chosen", Route, "route_chosen"),
            models.CheckConstraint(condition=~models.Q(advice=""), name="route_advice_given"),
            models.CheckConstraint(
                condition=models.Q(chosen__isnull=True) | models.Q(chosen_on__isnull=False),
                name="route_choice_dated",
            ),
        ]
