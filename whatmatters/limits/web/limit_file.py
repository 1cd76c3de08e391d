"""The register as a table that a spreadsheet opens: a row an entry, its queries in one cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from whatmatters.frontend.spreadsheets import Cell
from whatmatters.frontend.templatetags.wm import day
from whatmatters.limits.queries import LimitFacts, QueryFacts
from whatmatters.limits.web.words import EFFECTS, KINDS, KNOWN, STATES, holder_name, way_names


def columns() -> list[str]:
    """The headings."""
    return [
        _("Number"),
        _("What it is"),
        _("In whose hands"),
        _("What it blocks"),
        _("Ways of paying that it touches"),
        _("How it is known"),
        _("Where it is written, or who told it"),
        _("Its day"),
        _("Address on the web"),
        _("First day"),
        _("Last day"),
        _("How it stands today"),
        _("How many were asked"),
        _("How many have not answered"),
        _("What was asked and answered"),
        _("Version"),
        _("What was put right"),
    ]


def file_rows(
    found: Iterable[LimitFacts], bodies: Mapping[int, str], today: date
) -> Iterator[Sequence[Cell]]:
    """One row for each entry, in the order given."""
    for one in found:
        yield [
            one.id,
            str(KINDS[one.kind]),
            holder_name(one, bodies),
            one.blocks,
            ", ".join(way_names(one.ways)),
            str(KNOWN[one.known]),
            one.written_in,
            one.written_on,
            one.link,
            one.starts,
            one.ends,
            str(STATES[one.state(today)][1]),
            len(one.asked),
            len(one.waiting),
            "\n".join(query_sentence(query) for query in one.asked),
            one.number,
            one.why,
        ]


def query_sentence(one: QueryFacts) -> str:
    """A query and its answer, in one line."""
    told = {"whom": one.whom, "day": day(one.asked_on), "question": one.question}
    asked = _("%(whom)s was asked on %(day)s: %(question)s") % told
    if one.answered_on is None or one.effect is None:
        return f"{asked} {_('No answer yet.')}"
    told = {"day": day(one.answered_on), "answer": one.answer, "effect": str(EFFECTS[one.effect])}
    answered = _("Answered on %(day)s: %(answer)s (%(effect)s)") % told
    since = _("from %(day)s") % {"day": day(one.effect_from)} if one.effect_from else ""
    return f"{asked} {answered} {since}".strip()
