"""What was missing: gaps of an area, and needs that nothing matched (R-WI-16, R-AV-01)."""

from django.db import models

from whatmatters.outcomes.models.plans import PlanVersion
from whatmatters.records.tenancy import WrittenRow
from whatmatters.records.words import Words


class Gap(WrittenRow):
    """A local resource that a plan needed and the area does not have; rolls up by area."""

    holds_words = (Words("version__plan__person", ("what",)),)

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="gaps")
    ward = models.ForeignKey("places.Area", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    what = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["council", "ward"], name="gap_by_ward")]


class UnmatchedNeed(WrittenRow):
    """A need that nothing matches, recorded as it was said and never forced into a code."""

    holds_words = (Words("person", ("words",)),)

    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="unmatched_needs"
    )
    on = models.DateField()
    words = models.TextField()
