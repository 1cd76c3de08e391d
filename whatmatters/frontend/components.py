"""GOV.UK Frontend components by name, from the macros of govuk-frontend-jinja.

The macros are Jinja; pages are Django templates. One environment serves them all, escapes
everything, and lets `html` through only when a template (never a person) made it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.utils.functional import Promise
from django.utils.html import conditional_escape
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader
from markupsafe import Markup

NAME = re.compile(r"[a-z]+(-[a-z]+)*")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The Jinja environment: prefix loader and chainable undefined, as the macros expect."""
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    return Environment(loader=loader, autoescape=True, undefined=ChainableUndefined)


@lru_cache(maxsize=64)
def macro(name: str) -> Any:
    """The macro of the component called `name` (kebab case). ValueError for a name that is none."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not a component's name")
    template = environment().get_template(f"govuk_frontend_jinja/components/{name}/macro.html")
    pascal = "".join(part.capitalize() for part in name.split("-"))
    return getattr(template.module, f"govuk{pascal}")


def nested(params: Mapping[str, Any]) -> dict[str, Any]:
    """Turn `legend__text="x"` into `{"legend": {"text": "x"}}`, keeping what was there already."""
    found: dict[str, Any] = {}
    for key, value in params.items():
        *path, last = key.split("__")
        place = found
        for step in path:
            inner = place.get(step)
            place[step] = dict(inner) if isinstance(inner, Mapping) else {}
            place = place[step]
        place[last] = value
    return found


def plain(value: Any, key: str = "") -> Any:
    """A parameter as the macros can take it: lazy words spoken, unsafe html escaped."""
    if isinstance(value, Mapping):
        return {k: plain(v, k) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if key == "html" or key.endswith("Html"):
        return conditional_escape(value) if value else ""
    return str(value) if isinstance(value, Promise) else value


def render(name: str, params: Mapping[str, Any]) -> Markup:
    """The component's HTML. `params` as GOV.UK Frontend documents them, nested or with `__`."""
    drawn: Markup = macro(name)(plain(nested(params)))
    return drawn.strip()
