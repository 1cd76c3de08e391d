"""The register as it stands, and as it stood: entries with their queries."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from whatmatters.limits.models import LimitQuery, LimitVersion
from whatmatters.limits.queries.facts import LimitFacts, QueryFacts
from whatmatters.rules.limits import Effect, Hands, Known, LimitKind

SAID = (
    *("entry_id", "number", "kind", "hands", "body_id", "holder", "blocks", "ways", "known"),
    *("written_in", "written_on", "link", "starts", "ends", "why", "by_id", "at"),
)
ASKED = (
    *("entry_id", "query", "number", "whom", "asked_on", "question", "answered_on", "answer"),
    *("effect", "effect_from", "by_id", "at"),
)


def limits(
    council_id: int, *, ids: Iterable[int] | None = None, body_id: int | None = None
) -> tuple[LimitFacts, ...]:
    """The newest word of each entry: of these, of those in one body's hands, or all. Two queries.

    In the order of their first day, the newest first.
    """
    later = LimitVersion.objects.filter(entry=OuterRef("entry"), number__gt=OuterRef("number"))
    rows = _among(LimitVersion.objects.of(council_id), ids).filter(~Exists(later))
    if body_id is not None:
        rows = rows.filter(body_id=body_id)
    held = list(rows.order_by("-starts", "-entry_id").values_list(*SAID))
    newer = LimitQuery.objects.filter(
        entry=OuterRef("entry"), query=OuterRef("query"), number__gt=OuterRef("number")
    )
    asked: dict[int, list[QueryFacts]] = {row[0]: [] for row in held}
    found = LimitQuery.objects.of(council_id).filter(~Exists(newer), entry_id__in=sorted(asked))
    for one in _queries(found.order_by("query")):
        asked[one.entry_id].append(one)
    return tuple(_said(row, tuple(asked[row[0]])) for row in held)


def versions(council_id: int, limit_id: int) -> tuple[LimitFacts, ...]:
    """All that was ever said of an entry, the newest first. One query."""
    rows = LimitVersion.objects.of(council_id).filter(entry_id=limit_id).order_by("-number")
    return tuple(_said(row) for row in rows.values_list(*SAID))


def query_versions(council_id: int, limit_id: int) -> tuple[QueryFacts, ...]:
    """All that was ever said of its queries, by query, the newest first. One query."""
    rows = LimitQuery.objects.of(council_id).filter(entry_id=limit_id)
    return tuple(_queries(rows.order_by("query", "-number")))


def _among(rows: "QuerySet[Any]", ids: Iterable[int] | None) -> "QuerySet[Any]":
    return rows if ids is None else rows.filter(entry_id__in=sorted(ids))


def _said(row: tuple[Any, ...], asked: tuple[QueryFacts, ...] = ()) -> LimitFacts:
    told = dict(zip(SAID, row, strict=True))
    told |= {"kind": LimitKind(told["kind"]), "hands": Hands(told["hands"])}
    told |= {"known": Known(told["known"]), "ways": tuple(told["ways"])}
    return LimitFacts(id=told.pop("entry_id"), asked=asked, **told)


def _queries(rows: "QuerySet[Any]") -> Iterator[QueryFacts]:
    for row in rows.values_list(*ASKED):
        told = dict(zip(ASKED, row, strict=True))
        yield QueryFacts(**told | {"effect": Effect(told["effect"]) if told["effect"] else None})
