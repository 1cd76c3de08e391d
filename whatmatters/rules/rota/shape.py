"""Holds a value against the JSON Schema that is shipped: the words of it that our schemas use."""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from whatmatters.rules.rota.faults import Fault

Schema = Mapping[str, Any]
KINDS = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
}


def misshapen(schema: Schema, value: Any, where: str = "", *, root: Schema) -> Iterator[Fault]:
    """Every place where a value is not of the shape. Records are named by their `id`."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        tries = [tuple(misshapen(one, value, where, root=root)) for one in schema["anyOf"]]
        yield from min(tries, key=lambda found: _far(found, where))
        return
    if not _is(schema.get("type", ""), value):
        yield Fault("wrong_kind", where, {"wanted": schema["type"]})
        return
    yield from _plain(schema, value, where)
    if isinstance(value, dict):
        yield from _object(schema, value, where, root)
    if isinstance(value, list):
        for n, item in enumerate(value):
            yield from misshapen(schema.get("items", {}), item, _named(where, n, item), root=root)


def _far(found: tuple[Fault, ...], where: str) -> tuple[bool, int]:
    """How far a value is from one of the shapes it may have: the nearest one is told."""
    return any(f.code == "wrong_kind" and f.where == where for f in found), len(found)


def _is(kind: str, value: Any) -> bool:
    if not kind:
        return True
    if isinstance(value, bool):
        return kind == "boolean"
    if isinstance(value, float) and not math.isfinite(value):
        return False
    return isinstance(value, KINDS[kind])  # type: ignore[arg-type]


def _plain(schema: Schema, value: Any, where: str) -> Iterator[Fault]:
    if "enum" in schema and value not in schema["enum"]:
        yield Fault("not_in_list", where, {"value": value, "allowed": ", ".join(schema["enum"])})
    if "const" in schema and value != schema["const"]:
        yield Fault("not_in_list", where, {"value": value, "allowed": schema["const"]})
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield Fault("wrong_time", where, {"value": value})
    if "minimum" in schema and value < schema["minimum"]:
        code = "negative" if schema["minimum"] == 0 else "too_small"
        yield Fault(code, where, {"value": value, "least": schema["minimum"]})
    if "exclusiveMinimum" in schema and value <= schema["exclusiveMinimum"]:
        yield Fault("not_above", where, {"value": value, "least": schema["exclusiveMinimum"]})
    if "maximum" in schema and value > schema["maximum"]:
        yield Fault("too_large", where, {"value": value, "most": schema["maximum"]})
    yield from _sized(schema, value, where)


def _sized(schema: Schema, value: Any, where: str) -> Iterator[Fault]:
    if isinstance(value, list) and "maxItems" in schema and len(value) > schema["maxItems"]:
        yield Fault("too_large", where, {"value": len(value), "most": schema["maxItems"]})
    if len(value) < schema.get("minItems", 0) if isinstance(value, list) else value == "":
        yield Fault("empty", where)


def _object(schema: Schema, value: Mapping[str, Any], where: str, root: Schema) -> Iterator[Fault]:
    known = schema.get("properties", {})
    for key in schema.get("required", ()):
        if key not in value:
            yield Fault("missing_key", _key(where, key))
    others = schema.get("additionalProperties", True)
    for key, inner in value.items():
        if key in known:
            yield from misshapen(known[key], inner, _key(where, key), root=root)
        elif others is False:
            yield Fault("unknown_key", _key(where, key))
        elif others is not True:
            yield from misshapen(others, inner, _key(where, key), root=root)


def _named(where: str, n: int, item: Any) -> str:
    name = item.get("id") if isinstance(item, dict) else None
    return f"{where}.{name}" if isinstance(name, str) and name else f"{where}[{n + 1}]"


def _key(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key
