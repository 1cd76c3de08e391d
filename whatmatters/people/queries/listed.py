"""Pages of a list of people: among those that a reader may see, some of them first."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When

from whatmatters.people.models import Person
from whatmatters.people.queries.persons import COLUMNS, PersonFacts, fact_of, facts
from whatmatters.rules.people import Language


def count_listed(council_id: int, among: "QuerySet[Any, Any]") -> int:
    """How many people of a council are among the ids of a queryset (one query)."""
    found: int = Person.objects.of(council_id).filter(pk__in=among).count()
    return found


def everybody(council_id: int) -> "QuerySet[Any, Any]":
    """Ids of all people of a council: for `in`, not for a loop."""
    rows: QuerySet[Any, Any] = Person.objects.of(council_id).order_by()
    return rows.values("pk")


def speaking(council_id: int, language: Language) -> "QuerySet[Any, Any]":
    """Ids of those whose own language this is."""
    return everybody(council_id).filter(language=language)


def living_in(council_id: int, patch_id: int, *, hidden: "QuerySet[Any, Any]") -> Any:
    """Ids of those who live in a patch, without those of whom it must not be known where."""
    return everybody(council_id).filter(patch_id=patch_id).exclude(pk__in=hidden)


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
    ordered = _ordered(council_id, among, first, only)
    return facts(ordered[offset : offset + limit])


def listed_and_hidden(
    council_id: int,
    among: "QuerySet[Any, Any]",
    hidden: "QuerySet[Any, Any]",
    *,
    first: Sequence[int] = (),
    only: Sequence[int] | None = None,
    offset: int = 0,
    limit: int = 25,
) -> tuple[tuple[PersonFacts, ...], frozenset[int]]:
    """The same page, and who of it is among the ids of `hidden`, in one query."""
    marked = Case(When(pk__in=hidden, then=Value(True)), default=Value(False))
    ordered = _ordered(council_id, among, first, only).annotate(wm_hidden=marked)
    rows = list(ordered.values(*COLUMNS, "wm_hidden")[offset : offset + limit])
    found = frozenset(row["id"] for row in rows if row["wm_hidden"])
    return tuple(map(fact_of, rows)), found


def _ordered(
    council_id: int,
    among: "QuerySet[Any, Any]",
    first: Sequence[int],
    only: Sequence[int] | None,
) -> Any:
    rows: QuerySet[Any, Any] = Person.objects.of(council_id).filter(pk__in=among)
    if only is not None:
        rows = rows.filter(pk__in=list(only))
    ranks = [When(pk=pk, then=Value(rank)) for rank, pk in enumerate(first)]
    last = Value(len(ranks))
    rank = Case(*ranks, default=last, output_field=IntegerField()) if ranks else last
    return rows.annotate(wm_rank=rank).order_by("wm_rank", "known_as", "id")
