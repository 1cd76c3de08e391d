"""What was typed before and kept: shown again on a form that nobody has sent yet."""

from collections.abc import Mapping

from django.http import QueryDict


class Kept(QueryDict):
    """The data of a draft. A PageForm given this shows it, and is not taken to be sent."""


def kept(typed: Mapping[str, list[str]]) -> Kept:
    """The draft's words as a form reads them."""
    found = Kept(mutable=True)
    for name, words in typed.items():
        found.setlist(name, words)
    return found
