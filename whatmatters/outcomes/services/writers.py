"""Who may write a plan."""

from collections.abc import Sequence
from datetime import datetime

from whatmatters.access.queries import Actor
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.voices import voices_for
from whatmatters.rules.days import london_day
from whatmatters.rules.outcomes import Party
from whatmatters.rules.refusals import Refusal


class NotYoursToWrite(Refusal):
    """A plan is written by the provider's people and the person: NotYoursToWrite(person_id=)."""

    code = "not_yours_to_write"


def check_writer(by: Actor, at: datetime, plans: Sequence[tuple[int, int]]) -> None:
    """Each (person, provider): alive today, and the actor may write. Raises NotYoursToWrite."""
    today = london_day(at)
    check_living(by.council_id, [(person_id, today) for person_id, _ in plans])
    voices = voices_for({person_id for person_id, _ in plans}, today, [Party.PERSON])
    for person_id, provider_id in plans:
        if not voices.may_write_plan(by, person_id, provider_id):
            raise NotYoursToWrite(person_id=person_id)
