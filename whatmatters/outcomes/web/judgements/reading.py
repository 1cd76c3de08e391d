"""All that a page about one judgement reads."""

from dataclasses import dataclass

from django.http import Http404

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked
from whatmatters.outcomes.queries import JudgementView, VersionFacts, judgement, version
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import PersonFacts, person


@dataclass(frozen=True, slots=True)
class JudgementRead:
    """A judgement as it may be read today, its plan's version, the person and the provider."""

    view: JudgementView
    version: VersionFacts
    person: PersonFacts
    provider: str
    is_own: bool


def read_judgement(request: Asked, judgement_id: int) -> JudgementRead:
    """Read one judgement, or Http404 where it is not the reader's to see."""
    council_id = request.actor.council_id
    view = judgement(council_id, judgement_id, on=request.today)
    if view is None or request.sight.provider_id not in (None, view.provider_id):
        raise Http404
    facts = version(view.version_id, council_id=council_id)
    who = person(view.person_id, council_id=council_id)
    if facts is None or who is None:
        raise Http404
    provider = organisation_names([view.provider_id])[view.provider_id]
    return JudgementRead(view, facts, who, provider, is_own(request.sight))
