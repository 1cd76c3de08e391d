"""Terms as text that keeps exact numbers and dates, so that an agreement stores them whole."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

READERS: Mapping[str, Callable[[str], object]] = {
    "decimal": Decimal,
    "fraction": Fraction,
    "date": date.fromisoformat,
}


def to_json(terms: Mapping[str, object]) -> str:
    """Plain values as JSON; an exact number or a date becomes a small tagged object."""
    return json.dumps(terms, default=_tagged, ensure_ascii=False)


def from_json(text: str) -> dict[str, object]:
    """The values that `to_json` was given."""
    read: dict[str, object] = json.loads(text, object_hook=_untagged, parse_float=Decimal)
    return read


def _tagged(value: object) -> dict[str, str]:
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, Fraction):
        return {"fraction": str(value)}
    if type(value) is date:
        return {"date": value.isoformat()}
    raise TypeError(f"{type(value).__name__} cannot be stored in terms")


def _untagged(table: dict[str, object]) -> object:
    if len(table) != 1:
        return table
    ((tag, text),) = table.items()
    if not isinstance(text, str):
        return table
    return READERS[tag](text) if tag in READERS else table
