"""What a contest is about, as its pages say it: a finding, or a person's dissatisfaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.access.queries.names import organisation_names, user_names
from whatmatters.outcomes.queries import OutcomeFacts, findings, outcome_facts
from whatmatters.outcomes.queries.dissatisfied import dissatisfactions
from whatmatters.payments.queries import PenaltyFacts, penalties
from whatmatters.payments.queries.penalties import dissatisfaction_penalty
from whatmatters.people.queries import person_facts
from whatmatters.rules.outcomes import Satisfaction

ANSWERS: Mapping[Satisfaction, str | Promise] = {
    Satisfaction.DISSATISFIED: _("Dissatisfied"),
    Satisfaction.VERY_DISSATISFIED: _("Very dissatisfied"),
}


@dataclass(frozen=True, slots=True)
class About:
    """One penalty. `outcome` and `tenths` of a finding; `answer` of a dissatisfied person.

    `finder` found it, or concluded the review; none of `barred` decides a contest of it.
    """

    person_id: int
    provider_id: int
    penalty: PenaltyFacts
    person: str
    provider: str
    finder: str
    on: date
    barred: frozenset[int]
    outcome: OutcomeFacts | None = None
    tenths: int | None = None
    answer: str | Promise = ""


def about_finding(council_id: int, finding_id: int) -> About:
    """The penalty of one finding. Http404 for another council's."""
    found = findings([finding_id]).get(finding_id)
    if found is None or found.council_id != council_id:
        raise Http404
    return About(
        person_id=found.person_id,
        provider_id=found.provider_id,
        penalty=penalties(council_id, [finding_id])[finding_id],
        person=person_facts([found.person_id])[found.person_id].full_name,
        provider=organisation_names([found.provider_id]).get(found.provider_id, ""),
        finder=user_names([found.by_id]).get(found.by_id, ""),
        on=found.on,
        barred=frozenset({found.by_id}),
        outcome=outcome_facts([found.outcome_id])[found.outcome_id],
        tenths=found.tenths,
    )


def about_dissatisfaction(council_id: int, judgement_id: int) -> About:
    """The penalty for one person's dissatisfaction. Http404 where there is none here."""
    found = dissatisfactions([judgement_id]).get(judgement_id)
    if found is None or found.council_id != council_id:
        raise Http404
    return About(
        person_id=found.person_id,
        provider_id=found.provider_id,
        penalty=dissatisfaction_penalty(found),
        person=person_facts([found.person_id])[found.person_id].full_name,
        provider=organisation_names([found.provider_id]).get(found.provider_id, ""),
        finder=user_names([found.concluded_by_id]).get(found.concluded_by_id, ""),
        on=found.on,
        barred=frozenset({found.concluded_by_id, found.written_by_id}),
        answer=ANSWERS[found.answer],
    )
