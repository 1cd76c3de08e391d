"""Which kind a file is, by its headings: in any order, any case, with blanks or hyphens for _."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries.cells import cleaned
from whatmatters.exchange.queries.columns import Kind
from whatmatters.exchange.queries.kinds import KINDS
from whatmatters.exchange.queries.problems import Words

NO_KIND = _("the headings of one of the templates")
COLUMN_MISSING = _("the column {column}, which is missing")
COLUMN_UNKNOWN = _("only columns of the template: nothing would be done with this one")
COLUMN_TWICE = _("each column once")


@dataclass(frozen=True, slots=True)
class Heading:
    """What is wrong with one heading."""

    column: str
    expected: Words


def folded(heading: str) -> str:
    """A heading as it is declared."""
    return cleaned(heading).casefold().replace(" ", "_").replace("-", "_")


def kind_of(header: Sequence[str], name: str) -> Kind | None:
    """The kind whose needed columns are all there; else the one that the file's name begins with,
    so that what is missing can be told."""
    held = {folded(heading) for heading in header}
    whole = [kind for kind in KINDS.values() if kind.needed <= held]
    if whole:
        return max(whole, key=lambda kind: len(kind.needed))
    stem = folded(PurePath(name).stem)
    return next((kind for kind in KINDS.values() if stem.startswith(kind.code)), None)


def places_of(kind: Kind, header: Sequence[str]) -> tuple[dict[str, int], list[Heading]]:
    """Where each column stands, and what is wrong with the headings."""
    places: dict[str, int] = {}
    wrong = []
    known = {column.name for column in kind.columns}
    for place, heading in enumerate(header):
        called = folded(heading)
        if not called:
            continue
        if called not in known:
            wrong.append(Heading(heading, COLUMN_UNKNOWN))
        elif called in places:
            wrong.append(Heading(heading, COLUMN_TWICE))
        else:
            places[called] = place
    for missing in sorted(kind.needed - places.keys()):
        wrong.append(Heading(missing, format_lazy(COLUMN_MISSING, column=missing)))
    return places, wrong
