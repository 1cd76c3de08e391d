"""A row that ends no sooner than the day before its first: then it never began."""

from typing import Any

from django.db.models import CheckConstraint, DateField, F, Func, Q


class DayBefore(Func):
    """The day before a column's, as a table's own rule may say it in either database."""

    output_field = DateField()
    template = "date(%(expressions)s, '-1 day')"

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """PostgreSQL takes whole days from a date."""
        return self.as_sql(compiler, connection, template="(%(expressions)s - 1)", **extra)


def begun_or_never(name: str) -> CheckConstraint:
    """`ends` on or after `starts`, or on the day before it, where nothing ever began."""
    allowed = Q(ends__isnull=True) | Q(ends__gte=DayBefore(F("starts")))
    return CheckConstraint(condition=allowed, name=name)
