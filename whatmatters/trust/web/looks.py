"""Who has looked at a record, and what changed on it, in plain words (R-AC-03, R-XR-08)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from whatmatters.access.queries import Look
from whatmatters.access.queries.changes import Change, changes_of, count_changes
from whatmatters.access.queries.looks import count_looks, looks_at
from whatmatters.access.web import Asked, permitted
from whatmatters.access.web.role_words import NAMES
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.templatetags.wm import day, moment
from whatmatters.people.web.correct_shown import CorrectionShown, corrections_shown
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import Role
from whatmatters.rules.sharing import Reviewed
from whatmatters.trust.queries import OpeningFacts, openings_of
from whatmatters.trust.web.audit_words import change_words, why_words
from whatmatters.trust.web.frame import frame, shown

CORRECTED = "person.corrected"


@dataclass(frozen=True, slots=True)
class LookShown:
    """One reader on one day: who, for whom they work, and why they could look."""

    name: str
    who: str
    why: str
    when: str


@dataclass(frozen=True, slots=True)
class OpeningShown:
    """One emergency: a sentence, the reason as it was written, and what the review said."""

    sentence: str
    reason: str
    review: str
    words: str


@permitted(Action.SEE_LOOKS, person="person_id")
def looks(request: Asked, person_id: int) -> HttpResponse:
    """Emergencies first, then every reader, the newest first."""
    council_id = request.actor.council_id
    page = frame(request, person_id)
    part = paging(ListForm(request.GET), count_looks(council_id, person_id))
    found = looks_at(council_id, person_id, offset=part.start, limit=PER_PAGE)
    emergencies = [_opening(one) for one in openings_of(council_id, person_id)]
    return shown(
        request,
        "looks",
        page,
        looks=[_look(look) for look in found],
        emergencies=emergencies,
        paging=part,
    )


@permitted(Action.SEE_LOOKS, person="person_id")
def changes(request: Asked, person_id: int) -> HttpResponse:
    """Every change from the audit trail, the newest first."""
    council_id = request.actor.council_id
    page = frame(request, person_id)
    part = paging(ListForm(request.GET), count_changes(council_id, person_id))
    found = changes_of(council_id, person_id, offset=part.start, limit=PER_PAGE)
    righted = _put_right(council_id, person_id, found)
    told = [
        (moment(one.at), change_words(one.action), one.name, righted.get((one.action, one.at), ()))
        for one in found
    ]
    return shown(request, "changes", page, changes=told, paging=part)


def _put_right(
    council_id: int, person_id: int, found: Iterable[Change]
) -> dict[tuple[str, datetime], list[CorrectionShown]]:
    """What stood before each correction among these changes, and why; asked only where one is."""
    told: dict[tuple[str, datetime], list[CorrectionShown]] = {}
    if any(one.action == CORRECTED for one in found):
        for one in corrections_shown(council_id, person_id):
            told.setdefault((CORRECTED, one.at), []).append(one)
    return told


def _look(look: Look) -> LookShown:
    roles = ", ".join(str(NAMES[role]) for role in Role if role in look.roles)
    welsh = (get_language() or "").startswith("cy")
    where = (look.organisation_cy if welsh else "") or look.organisation_en
    return LookShown(
        look.name, ", ".join(x for x in (roles, where) if x), why_words(look.why), day(look.at)
    )


def _opening(one: OpeningFacts) -> OpeningShown:
    told = {"name": one.by_name, "since": moment(one.at), "until": moment(one.until)}
    review = {
        None: _("Nobody has reviewed this yet."),
        Reviewed.JUSTIFIED: _("Reviewed: there was good reason."),
        Reviewed.NOT_JUSTIFIED: _("Reviewed: there was no good reason."),
    }[one.found]
    sentence = _("%(name)s opened this record in an emergency, from %(since)s until %(until)s.")
    return OpeningShown(sentence % told, one.reason, review, one.words)
