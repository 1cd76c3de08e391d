"""Dated numbers of the way in: how long a start takes under time and task."""

import tomllib
from importlib.resources import files


def start_baseline_days() -> int:
    """Days from request to start that the sources report of time and task (about six weeks)."""
    text = files("whatmatters.policy").joinpath("national", "way_in.toml").read_text("utf-8")
    return int(tomllib.loads(text)["baseline_days"])
