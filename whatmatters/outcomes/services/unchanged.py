"""A plan that nobody has changed for long asks why; the answer is kept (R-TT-04)."""

from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.outcomes.models import PlanVersion, UnchangedAnswer, UnchangedWords
from whatmatters.outcomes.queries.static import static_plans
from whatmatters.outcomes.services.in_force import must_be_in_force, versions_of_council
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.voices import VoiceRefused, manages, voices_for
from whatmatters.rules.days import london_day
from whatmatters.rules.outcomes import Party
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.words import words as kept_words


class PlanNotAskedAbout(Refusal):
    """Its lines changed lately, or somebody has said why: PlanNotAskedAbout(version_id=)."""

    code = "plan_not_asked_about"


@transaction.atomic
def say_why_unchanged(*, by: Actor, at: datetime, version_id: int, words: str) -> int:
    """Keep why a plan is still right as it stands; its id. It asks again after as many weeks.

    By the social worker assigned to the person or the provider's manager. Raises VoiceRefused,
    PlanNotInForce, PersonHasDied, PlanNotAskedAbout, WordsMissing, Absent.
    """
    on = london_day(at)
    version = must_be_in_force(versions_of_council(by, [version_id])[version_id], on)
    person_id = version.plan.person_id
    check_living(by.council_id, [(person_id, on)])
    _check_who(by, at, version)
    PlanVersion.objects.select_for_update().get(pk=version_id)  # Two answers at once: one stands.
    asked = static_plans(by.council_id, on=on, people=[person_id])
    if version_id not in {plan.version_id for plan in asked}:
        raise PlanNotAskedAbout(version_id=version_id)
    said = kept_words("words", words)
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    row = UnchangedAnswer.objects.create(version_id=version_id, on=on, **written)
    UnchangedWords.objects.create(answer=row, words=said, **written)
    audit(
        by=by,
        at=at,
        action="plan.said_unchanged",
        subject="plan",
        subject_id=version_id,
        person_id=person_id,
    )
    return int(row.pk)


def _check_who(by: Actor, at: datetime, version: PlanVersion) -> None:
    plan = version.plan
    voices = voices_for([plan.person_id], london_day(at), [Party.COUNCIL])
    if not manages(by, plan.provider_id) and not voices.is_social_worker_of(by, plan.person_id):
        raise VoiceRefused(party=str(Party.PROVIDER))
