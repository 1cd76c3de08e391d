"""Lists of those whose figures can be opened: by name, found by a part of it, and paged."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.access.web import Asked
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.rules.names import folded


class NameFilter(ListForm):
    """A part of a name, accents forgiven."""

    finds = True
    q = forms.CharField(label=_("Search by name"), required=False, max_length=100)


def named_page(request: Asked, links: Sequence[tuple[int, str]]) -> dict[str, object]:
    """The part of the list that the address asks for: what such a page's template takes."""
    form = NameFilter(request.GET)
    asked = folded(form.chosen().get("q", ""))
    found = [one for one in links if asked in folded(one[1])]
    part = paging(form, len(found))
    return {
        "filters": form,
        "filtered": bool(asked),
        "searched": bool(asked) or len(links) > 1,
        "paging": part,
        "links": found[part.start : part.start + PER_PAGE],
    }
