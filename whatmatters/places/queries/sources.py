"""Where the packaged data come from, for the About-the-data page."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from whatmatters.places.queries.tables import DATA


@dataclass(frozen=True, slots=True)
class DataSource:
    """One packaged file with its publisher, licence and checksum.

    `page` is the publisher's page ("" where unknown), `via` the repository it was extracted from.
    """

    file: str
    kind: str
    title: str
    publisher: str
    date: str
    licence: str
    attribution: str
    page: str
    via: str
    notes: str
    rows: int
    sha256: str


@lru_cache(maxsize=1)
def data_sources() -> tuple[DataSource, ...]:
    """Every packaged file of published data, in a steady order."""
    told = _toml("descriptions.toml")
    return tuple(DataSource(**one, **told[one["kind"]]) for one in _toml("sources.toml")["file"])


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
