"""What an instrument said at baseline and at follow-up."""

from django.db import models

from whatmatters.episodes.models.episodes import Episode
from whatmatters.records.choices import code_field, one_of
from whatmatters.records.one_person import Same
from whatmatters.records.tenancy import WrittenRow
from whatmatters.rules.episodes import ReadingKind


class Reading(WrittenRow):
    """One score on a day. One of each kind stands; one that is wrong is struck out, and stays.

    A follow-up names its baseline, of the same episode, instrument and version (R-TR-02).
    """

    same_person = (
        Same(
            "baseline_id",
            "(NEW.episode_id || ' ' || NEW.instrument || ' ' || NEW.edition)",
            "SELECT episode_id || ' ' || instrument || ' ' || edition "
            "FROM episodes_reading WHERE id = NEW.baseline_id",
        ),
    )

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="readings")
    kind = code_field(ReadingKind)
    on = models.DateField()
    instrument = models.CharField(max_length=24)
    edition = models.CharField(max_length=24)
    score = models.SmallIntegerField()
    baseline = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    struck_at = models.DateTimeField(null=True)
    struck_by = models.ForeignKey(
        "access.User", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "kind"],
                condition=models.Q(struck_at__isnull=True),
                name="reading_stands_once",
            ),
            one_of("kind", ReadingKind, "reading_kind"),
            models.CheckConstraint(
                condition=models.Q(kind=ReadingKind.BASELINE, baseline__isnull=True)
                | models.Q(kind=ReadingKind.FOLLOW_UP, baseline__isnull=False),
                name="reading_follows_a_baseline",
            ),
            models.CheckConstraint(
                condition=models.Q(struck_at__isnull=True, struck_by__isnull=True)
                | models.Q(struck_at__isnull=False, struck_by__isnull=False),
                name="reading_struck_by_somebody",
            ),
        ]
