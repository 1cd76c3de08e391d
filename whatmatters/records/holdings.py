"""What is held about a person or a party, table by table: how a context says what may be taken out.

Each context lists its own tables; the list that is read together is `exchange`'s. A table that
says nothing of anybody is on no list, and a test finds one that does and is on none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Field, ForeignKey, Q
from django.db.models.expressions import Combinable

from whatmatters.records.tenancy import TenantRow
from whatmatters.rules.permissions import Action
from whatmatters.rules.sharing import KeptSubject

# Numbers of our own machinery: they say nothing of anybody.
NEVER = frozenset({"council", "prev_hash", "hash", "token", "salt"})


@dataclass(frozen=True, slots=True)
class Holding:
    """One table. `person`: the ways from a row to her id; `provider`: to a provider's.

    `needs` is what a reader must be allowed before the table is taken out for one person; None:
    it never is, for the reason `why_not`. `without` are columns that are not taken out, `place`
    those that say where she lives. `kept` says which rows may be kept between her and a few,
    `judgement` the way to a judgement that may be sealed, `writer` the way to whose words they are,
    `while_let_in` to whose they are while the person lets them in, and nobody's to take after.
    `instead` says of a column what is taken in its place; a name that is no column is a code more.
    """

    model: type[TenantRow]
    person: tuple[str, ...] = ()
    needs: Action | None = None
    why_not: str = ""
    without: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    kept: KeptSubject | None = None
    judgement: str = ""
    writer: str = ""
    while_let_in: str = ""
    provider: tuple[str, ...] = ()
    only: Q = field(default_factory=Q)
    instead: Mapping[str, Combinable] = field(default_factory=dict, compare=False)

    @property
    def key(self) -> str:
        """Its name in files, such as "progressnote"."""
        return str(self.model._meta.model_name)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the table that it points to ("" for a value), whether codes."""

    key: str
    points_to: str
    is_code: bool


def columns_of(holding: Holding, *, place: bool = True) -> tuple[Column, ...]:
    """The columns that are taken out, in the order of the table; the row's own number first."""
    hidden = NEVER | holding.without | (frozenset() if place else holding.place)
    fields = holding.model._meta.concrete_fields
    more = tuple(Column(key, "", True) for key in holding.instead if key not in _names(fields))
    return tuple(_column(one) for one in fields if one.name not in hidden) + more


def rows_of(holding: Holding, chosen: Q, columns: tuple[Column, ...]) -> Iterator[tuple[Any, ...]]:
    """The values of the rows, the oldest first, a few at a time (one query)."""
    found = holding.model._default_manager.filter(holding.only & chosen).order_by("pk")
    keys = [holding.instead.get(column.key, column.key) for column in columns]
    return iter(found.values_list(*keys).distinct().iterator(chunk_size=2000))


def leading_to(ways: tuple[str, ...], value: Any, council_id: int) -> Q:
    """Rows of a council that lead to a person or a provider by one of the ways."""
    found = Q()
    for way in ways:
        found |= Q(**{way: value})
    return found & Q(council_id=council_id)


def _names(fields: Iterable["Field[Any, Any]"]) -> frozenset[str]:
    return frozenset(one.name for one in fields)


def _column(one: "Field[Any, Any]") -> Column:
    points = one.related_model._meta.model_name if isinstance(one, ForeignKey) else ""
    return Column(one.name, str(points or ""), bool(one.choices))
