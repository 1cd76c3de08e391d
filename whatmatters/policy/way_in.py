"""Dated numbers of the way in: how long a start takes, and how far back a page looks."""

import tomllib
from importlib.resources import files


def start_baseline_days() -> int:
    """Days from request to start that the sources report of time and task (about six weeks)."""
    return _number("baseline_days")


def declines_weeks() -> int:
    """Weeks for which a broker's page counts why providers declined."""
    return _number("declines_weeks")


def _number(key: str) -> int:
    text = files("whatmatters.policy").joinpath("national", "way_in.toml").read_text("utf-8")
    return int(tomllib.loads(text)[key])
