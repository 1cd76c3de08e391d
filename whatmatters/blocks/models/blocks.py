"""A block: a team for a patch, for a year or a part of one."""

from django.db import models

from whatmatters.records.tenancy import WrittenRow


class Block(WrittenRow):
    """A team for a patch, from a day of its year; `ends` is its last day, where it was ended.

    A price that changes inside the year is another block that follows this one from an
    instalment's first day. The year has 13 instalments of 28 days from `year_starts`. One that was
    undone has the day before its first as its last, and another may start in its place.
    """

    contract = models.ForeignKey(
        "commissioning.Contract", on_delete=models.PROTECT, related_name="+"
    )
    year_starts = models.DateField()
    starts = models.DateField()
    ends = models.DateField(null=True)
    follows = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="followed_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "starts"],
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="block_per_day_once",
            ),
            models.CheckConstraint(
                condition=models.Q(starts__gte=models.F("year_starts")),
                name="block_starts_in_its_year",
            ),
        ]
