"""Pages of a list of people: among those that a reader may see, some of them first."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When

from whatmatters.people.models import Person
from whatmatters.people.queries.persons import PersonFacts, facts


def count_listed(council_id: int, among: "QuerySet[Any, Any]") -> int:
    """How many people of a council are among the ids of a queryset (one query)."""
    found: int = Person.objects.of(council_id).filter(pk__in=among).count()
    return found


def listed(
    council_id: int,
    among: "QuerySet[Any, Any]",
    *,
    first: Sequence[int] = (),
    only: Sequence[int] | None = None,
    offset: int = 0,
    limit: int = 25,
) -> tuple[PersonFacts, ...]:
    """One page of the people among the ids of a queryset, in one query.

    Those of `first` come first and in that order, the others by the name they chose. `only`
    narrows to people found by name.
    """
    rows = Person.objects.of(council_id).filter(pk__in=among)
    if only is not None:
        rows = rows.filter(pk__in=list(only))
    ranks = [When(pk=pk, then=Value(rank)) for rank, pk in enumerate(first)]
    last = Value(len(ranks))
    rank = Case(*ranks, default=last, output_field=IntegerField()) if ranks else last
    ordered = rows.annotate(wm_rank=rank).order_by("wm_rank", "known_as", "id")
    return facts(ordered[offset : offset + limit])
