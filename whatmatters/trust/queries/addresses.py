"""Whose address must stay hidden, and whether words quote it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from whatmatters.access.queries import Sight
from whatmatters.people.queries.guarded import postcodes_to_guard
from whatmatters.rules.addresses import quotes
from whatmatters.rules.permissions import Action
from whatmatters.trust.models import AddressGuard


@dataclass(frozen=True, slots=True)
class GuardFacts:
    """Whether it is hidden where one person lives, and what must not be written down."""

    hidden: bool
    address: str
    reason: str


def hidden_people(council_id: int) -> "QuerySet[Any, Any]":
    """Ids of everybody of a council whose address is hidden: for `in`, not for a loop."""
    return _in_use(council_id).filter(hidden=True).values("person_id")


def hidden_among(council_id: int, person_ids: Iterable[int]) -> frozenset[int]:
    """Those of the people whose address is hidden (one query)."""
    rows = hidden_people(council_id).filter(person_id__in=set(person_ids))
    return frozenset(rows.values_list("person_id", flat=True))


def place_hidden(council_id: int, sight: Sight) -> bool:
    """Whether this reader may not even know in which area the person lives."""
    if Action.SEE_HIDDEN_ADDRESS in sight.actions:
        return False
    return bool(hidden_among(council_id, [sight.person_id]))


def guard_of(council_id: int, person_id: int) -> GuardFacts:
    """What is in use for one person; nothing recorded is not hidden."""
    row = _in_use(council_id).filter(person_id=person_id).select_related("said").first()
    if row is None:
        return GuardFacts(False, "", "")
    return GuardFacts(row.hidden, row.said.address, row.said.reason)


def quoted_in(
    council_id: int, texts: Iterable[str], *, among: frozenset[int] | None = None
) -> int | None:
    """The person whose hidden address one of the texts quotes, if any (two queries).

    `among`: only of these people; None: of the whole council.
    """
    rows = _in_use(council_id).filter(hidden=True)
    if among is not None:
        rows = rows.filter(person_id__in=among)
    guarded: dict[int, str] = dict(rows.values_list("person_id", "said__address"))
    if not guarded:
        return None
    codes = postcodes_to_guard(council_id, guarded)
    told = [text for text in texts if text]
    for pk, address in guarded.items():
        if any(quotes(text, address, codes[pk]) for text in told):
            return pk
    return None


def _in_use(council_id: int) -> "QuerySet[AddressGuard]":
    rows: QuerySet[AddressGuard] = AddressGuard.objects.of(council_id)
    later = AddressGuard.objects.filter(person_id=OuterRef("person_id"), pk__gt=OuterRef("pk"))
    return rows.filter(~Exists(later))
