"""An example of each way of paying, as a case file: where somebody who tries terms begins."""

from functools import cache
from importlib.resources import files

from whatmatters.rules.commissioning_models import MODELS


@cache
def example_case(model: str) -> str:
    """The text of a model's example; empty for a name that is no model."""
    if model not in MODELS:
        return ""
    folder = files("whatmatters.policy").joinpath("cases")
    return folder.joinpath(f"{model}.toml").read_text("utf-8")
