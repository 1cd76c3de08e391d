"""Whose plan a judgement is of: what decides who may open its pages."""

from whatmatters.outcomes.models import Judgement


def judged_person(council_id: int, judgement_id: int) -> int | None:
    """The person's id; None where the council has no such judgement."""
    rows = Judgement.objects.of(council_id).filter(pk=judgement_id)
    found: int | None = rows.values_list("version__plan__person_id", flat=True).first()
    return found
