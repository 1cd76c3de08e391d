"""Limits of what is taken in from files."""

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache
def _read() -> dict[str, int | str]:
    text = files("whatmatters.policy").joinpath("national", "imports.toml").read_text("utf-8")
    return tomllib.loads(text)


def longest_row() -> int:
    """Characters of the longest row that is read."""
    return int(_read()["longest_row"])


def most_problems() -> int:
    """Problems that are told one by one; more are counted."""
    return int(_read()["most_problems"])


def most_page_bytes() -> int:
    """Bytes that may be sent to the page at once; more are taken in by the command."""
    return int(_read()["most_page_bytes"])


def rows_at_once() -> int:
    """Rows that are looked up and written together."""
    return int(_read()["rows_at_once"])
