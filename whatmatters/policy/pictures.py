"""Limits of the pictures that people put up of themselves."""

import tomllib
from datetime import timedelta
from functools import lru_cache
from importlib.resources import files


@lru_cache
def _read() -> dict[str, int | str]:
    text = files("whatmatters.policy").joinpath("national", "pictures.toml").read_text("utf-8")
    return tomllib.loads(text)


def most_picture_bytes() -> int:
    """Bytes of the largest file that is taken."""
    return int(_read()["most_bytes"])


def most_dots() -> int:
    """Dots (width times height) of the largest picture that is unfolded."""
    return int(_read()["most_dots"])


def least_side() -> int:
    """Dots of the shorter side of the smallest picture that is taken."""
    return int(_read()["least_side"])


def picture_side() -> int:
    """Dots of each side of a picture as it is kept."""
    return int(_read()["side"])


def picture_quality() -> int:
    """How fine it is kept, as JPEG counts it, of 100."""
    return int(_read()["quality"])


def face_address_lasts() -> timedelta:
    """How long the address of a picture opens for whom it was made."""
    return timedelta(minutes=int(_read()["address_minutes"]))
