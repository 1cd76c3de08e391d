"""Dated numbers of drafts: how long what was typed and not sent is kept, and how much of it."""

import tomllib
from datetime import timedelta
from functools import lru_cache
from importlib.resources import files


@lru_cache
def _read() -> dict[str, int]:
    text = files("whatmatters.policy").joinpath("national", "drafts.toml").read_text("utf-8")
    raw = tomllib.loads(text)
    return {name: int(raw[name]) for name in ("kept_days", "most_characters")}


def drafts_kept_for() -> timedelta:
    """How long a draft is kept after it was last written to."""
    return timedelta(days=_read()["kept_days"])


def most_characters() -> int:
    """The most characters that one draft may hold."""
    return _read()["most_characters"]
