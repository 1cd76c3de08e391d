"""The words of the field, one meaning each, in both languages side by side."""

import json
from functools import lru_cache
from importlib.resources import files
from typing import TypedDict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from whatmatters.access.web import public


class Term(TypedDict):
    """A term and what it is, in English and in Welsh."""

    term: str
    term_cy: str
    meaning: str
    meaning_cy: str


class Group(TypedDict):
    """Terms of one subject."""

    title: str
    title_cy: str
    terms: list[Term]


@lru_cache
def groups() -> tuple[Group, ...]:
    """The glossary as the documents hold it (`docs/glossary.md`), packaged with the product."""
    text = files("whatmatters.frontend").joinpath("glossary.json").read_text("utf-8")
    return tuple(json.loads(text))


@public
@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """Open to everybody: nothing on it is about anybody."""
    return render(request, "home/glossary.html", {"groups": groups()})
