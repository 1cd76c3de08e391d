"""Support plans: versions, lines, what a line serves, the moves of a version (R-WI-04..06)."""

from django.db import models

from whatmatters.outcomes.models.outcomes import Outcome
from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, TenantRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Band, Deliverer


class Plan(WrittenRow):
    """A person's support plan with one provider; its content is in its versions."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="plans")
    contract = models.ForeignKey(
        "commissioning.Contract", on_delete=models.PROTECT, related_name="+"
    )
    provider = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    follows = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    initial = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["council", "person"], name="plan_by_person"),
            models.Index(fields=["council", "provider"], name="plan_by_provider"),
        ]


class PlanVersion(WrittenRow):
    """One version. `ends` is its last day; `review_on` never moves by side effect.

    `price` is whole pence: the exact sum of the lines, rounded once. `lock` counts drafts saved,
    so that two tabs cannot overwrite each other. `state` repeats the newest move, for lists.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    starts = models.DateField()
    ends = models.DateField()
    review_on = models.DateField()
    price = models.BigIntegerField(default=0)
    state = code_field(PlanState, default=PlanState.DRAFT)
    lock = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="plan_version_once"),
            # One version at most of a plan is in force: agreeing twice at once cannot happen.
            models.UniqueConstraint(
                fields=["plan"],
                condition=models.Q(state=PlanState.AGREED),
                name="plan_one_agreed_version",
            ),
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")), name="plan_ends_after_start"
            ),
            models.CheckConstraint(
                condition=models.Q(review_on__gte=models.F("starts")),
                name="plan_review_not_before_plan",
            ),
            models.CheckConstraint(condition=models.Q(price__gte=0), name="plan_price_positive"),
            one_of("state", PlanState, "plan_version_state"),
        ]
        indexes = [models.Index(fields=["council", "state", "ends"], name="plan_version_due")]


class PlanMove(AppendOnlyRow):
    """One move of one version: to which state, on which day, why (a code) and by whom."""

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="moves")
    to = code_field(PlanState)
    on = models.DateField()
    why = models.CharField(max_length=80)

    class Meta:
        constraints = [
            one_of("to", PlanState, "plan_move_to"),
            models.UniqueConstraint(
                fields=["version"],
                condition=models.Q(to=PlanState.AGREED),
                name="plan_version_agreed_once",
            ),
        ]


class PlanLine(TenantRow):
    """Who does what. Unpaid lines are real lines. Either band and hours, or a cost in pence.

    `tolerance_minutes` belongs to a critical line (R-MO-04); a plan holds no visit times.
    """

    holds_words = (
        Words("version__plan__person", ("what", "deliverer_name", "limit", "funded_by")),
    )

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    what = models.TextField()
    deliverer = code_field(Deliverer)
    deliverer_name = models.CharField(max_length=200, blank=True)
    limit = models.CharField(max_length=200, blank=True)
    band = code_field(Band, null=True)
    hours = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    cost = models.BigIntegerField(null=True)
    funded_by = models.CharField(max_length=200, blank=True)
    critical = models.BooleanField(default=False)
    tolerance_minutes = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="plan_line_once"),
            one_of("deliverer", Deliverer, "plan_line_deliverer"),
            models.CheckConstraint(
                condition=models.Q(band__isnull=True, hours__isnull=True)
                | models.Q(band__isnull=False, hours__gte=0, cost__isnull=True),
                name="plan_line_hours_or_cost",
            ),
            models.CheckConstraint(
                condition=models.Q(cost__isnull=True) | models.Q(cost__gte=0),
                name="plan_line_cost_not_negative",
            ),
            models.CheckConstraint(
                condition=models.Q(critical=False) | models.Q(tolerance_minutes__isnull=False),
                name="plan_line_critical_has_tolerance",
            ),
        ]


class PlanOutcome(TenantRow):
    """An outcome in one version, with its weight where it is payable (null: equal weights)."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="outcomes")
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="in_plans")
    payable = models.BooleanField(default=False)
    weight = models.DecimalField(max_digits=7, decimal_places=6, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "outcome"], name="plan_outcome_once")
        ]


class LineServes(TenantRow):
    """Which outcome a line serves."""

    line = models.ForeignKey(PlanLine, on_delete=models.CASCADE, related_name="serves")
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["line", "outcome"], name="line_serves_once")]
