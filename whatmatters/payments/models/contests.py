"""A penalty contested by the provider, and who decided it (never the one who made the finding)."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import WrittenRow
from whatmatters.records.words import KeptAs, Words
from whatmatters.rules.lifecycles import PenaltyState


class Contest(WrittenRow):
    """The provider contests one penalty: held, not collected, from here.

    It is about the finding that brings it, or about the judgement whose person was dissatisfied.
    """

    holds_words = (
        Words("finding__judgement__version__plan__person", ("words",), kept_as=KeptAs.FINANCE),
        Words("judgement__version__plan__person", ("words",), kept_as=KeptAs.FINANCE),
    )

    finding = models.OneToOneField(
        "outcomes.Finding", null=True, on_delete=models.PROTECT, related_name="contest"
    )
    judgement = models.OneToOneField(
        "outcomes.Judgement", null=True, on_delete=models.PROTECT, related_name="contest"
    )
    on = models.DateField()
    words = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(finding__isnull=False, judgement__isnull=True)
                | models.Q(finding__isnull=True, judgement__isnull=False),
                name="contest_of_one_penalty",
            )
        ]


class ContestDecision(WrittenRow):
    """Upheld or withdrawn, with the reason. `finder_id` made the finding and may not decide."""

    holds_words = (
        Words(
            "contest__finding__judgement__version__plan__person",
            ("reason",),
            kept_as=KeptAs.FINANCE,
        ),
        Words("contest__judgement__version__plan__person", ("reason",), kept_as=KeptAs.FINANCE),
    )

    contest = models.OneToOneField(Contest, on_delete=models.PROTECT, related_name="decision")
    on = models.DateField()
    outcome = code_field(PenaltyState)
    reason = models.TextField()
    finder_id = models.BigIntegerField()

    class Meta:
        constraints = [
            one_of("outcome", PenaltyState, "contest_decision_outcome"),
            models.CheckConstraint(
                condition=~models.Q(by_id=models.F("finder_id")), name="contest_decided_by_another"
            ),
            models.CheckConstraint(
                condition=models.Q(outcome__in=["upheld", "withdrawn"]),
                name="contest_decision_is_final",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="contest_decision_reasoned"
            ),
        ]
