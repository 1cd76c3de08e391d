"""One digest of all business rows: the same seed and date give the same one."""

import hashlib
import json
from collections.abc import Iterator

from django.apps import apps
from django.db import models

# Made fresh each time, or written by signing in: no part of what was lived.
LEFT_OUT = {
    "access.user": {"password", "last_login", "date_joined"},
    "access.recovery": {"half"},
    "access.recoveryanswer": {"half"},
}


def digest() -> str:
    """SHA-256 over every row of every context, table by table, in the order of their ids."""
    total = hashlib.sha256()
    for rows in _tables():
        for line in _lines(rows):
            total.update(line)
    return total.hexdigest()


def _tables() -> list[type[models.Model]]:
    ours = [m for m in apps.get_models() if m.__module__.startswith("whatmatters.")]
    return sorted(ours, key=lambda m: m._meta.label_lower)


def _lines(rows: type[models.Model]) -> Iterator[bytes]:
    left_out = LEFT_OUT.get(rows._meta.label_lower, set())
    columns = [f.attname for f in rows._meta.concrete_fields if f.attname not in left_out]
    found = rows._base_manager.order_by("pk").values_list(*columns)
    for values in found.iterator(chunk_size=2000):
        yield json.dumps([rows._meta.label_lower, *values], default=str, sort_keys=True).encode()
