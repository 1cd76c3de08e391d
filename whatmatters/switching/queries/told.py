"""What somebody has been told of another way of paying, for the pages that lead to it."""

from django.db.models import QuerySet

from whatmatters.switching.models import TransitionVersion


def told_of(council_id: int, person_id: int) -> "QuerySet[TransitionVersion]":
    """What was planned for her and told, of this switch or of one before: for a union."""
    rows: QuerySet[TransitionVersion] = TransitionVersion.objects.of(council_id)
    return rows.filter(transition__person_id=person_id, told_on__isnull=False)
