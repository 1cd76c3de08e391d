"""Corrections of a person as sentences. Of a home only that it changed, and never to where."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.frontend.templatetags.wm import day
from whatmatters.people.queries.corrections import CorrectionFacts, corrections
from whatmatters.people.web.correct_words import LANGUAGES, TITLES
from whatmatters.rules.people import Language


@dataclass(frozen=True, slots=True)
class CorrectionShown:
    """Who put it right and when, why, and what stood there before, part by part."""

    at: datetime
    when: str
    why: str
    parts: tuple[tuple[str | Promise, str | Promise], ...]


def corrections_shown(council_id: int, person_id: int) -> list[CorrectionShown]:
    """Every correction, the newest first."""
    found = corrections(council_id, person_id)
    names = user_names(one.by_id for one in found)
    return [_shown(one, names.get(one.by_id, "")) for one in found]


def _shown(one: CorrectionFacts, name: str) -> CorrectionShown:
    return CorrectionShown(
        at=one.at,
        when=_("Put right by %(name)s, %(day)s") % {"name": name, "day": day(one.at)},
        why=one.why or _("No reason is written: a file brought it."),
        parts=tuple((TITLES[part], _stood(one, part)) for part in one.changed),
    )


def _stood(one: CorrectionFacts, part: str) -> str | Promise:
    if part == "postcode":
        return _("Somewhere else")
    if part == "born":
        return str(day(one.born))
    if part == "language":
        return LANGUAGES[Language(one.language)]
    if part == "disabled":
        return _("Yes") if one.disabled else _("No")
    return str(getattr(one, part))
