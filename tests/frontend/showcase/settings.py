"""The product's settings with pages that show every part of the frontend, open to anyone."""

from copy import deepcopy
from pathlib import Path

from whatmatters.config import settings as product
from whatmatters.config.settings import *  # noqa: F403


def ours(names: list[str]) -> list[str]:
    """Without what access adds: the showcase has nobody signed in and reads no database."""
    return [name for name in names if ".access." not in name]


MIDDLEWARE = ours(product.MIDDLEWARE)
ROOT_URLCONF = "tests.frontend.showcase.urls"
# A copy: the product's own templates are the other tests' too.
TEMPLATES = deepcopy(product.TEMPLATES)
OPTIONS = TEMPLATES[0]["OPTIONS"]
OPTIONS["context_processors"] = ours(OPTIONS["context_processors"])
TEMPLATES[0]["DIRS"] = [Path(__file__).resolve().parent / "templates"]
