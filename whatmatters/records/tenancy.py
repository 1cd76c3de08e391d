"""What every remembered row shares: its council, and who wrote it and when.

A council is the tenant. No query starts from all rows: it starts from `objects.of(council_id)`.
"""

from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models

Row = TypeVar("Row", bound=models.Model, covariant=True)


class ScopedQuerySet(models.QuerySet[Row]):
    """Rows that can be narrowed to one council."""

    def of(self, council_id: int) -> Self:
        """Only the rows of this council."""
        return self.filter(council_id=council_id)


class TenantRow(models.Model):
    """A row that belongs to one council."""

    council = models.ForeignKey("places.Council", on_delete=models.PROTECT, related_name="+")

    objects: Any = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True


class WrittenRow(TenantRow):
    """A row that says who wrote it and when (`at` is aware UTC)."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True


class AppendOnlyRow(WrittenRow):
    """A row that is never changed and never removed: triggers refuse both (`append_only.py`)."""

    append_only = True

    class Meta:
        abstract = True
