"""What somebody close to her knows: under their own name, beside her words and never as hers."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor, may
from whatmatters.outcomes.models import Conversation
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.statement_given import NewStatement, Said
from whatmatters.outcomes.services.statements import add_statements
from whatmatters.people.queries import links
from whatmatters.rules.people import Language, Speaker
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


class NotYoursToSay(Refusal):
    """Only those whom she lets in say what they know, each for themselves."""

    code = "not_yours_to_say"


class NobodyHasTalkedYet(Refusal):
    """Her own words come first: there is no conversation beside which it could stand."""

    code = "nobody_has_talked_yet"


@transaction.atomic
def say_known(
    *, by: Actor, at: datetime, on: date, person_id: int, words: str, language: Language
) -> int:
    """Add it to the newest conversation; the id of what was said. Nobody says it for another.

    Raises NotYoursToSay, PersonHasDied, NobodyHasTalkedYet, and what words are refused for.
    """
    if not may(by, Action.SAY_WHAT_I_KNOW, person_id, on):
        raise NotYoursToSay
    check_living(by.council_id, [(person_id, on)])
    talks = Conversation.objects.of(by.council_id).filter(person_id=person_id)
    newest = talks.order_by("-on", "-id").values_list("pk", flat=True).first()
    if newest is None:
        raise NobodyHasTalkedYet
    said = Said(
        words=words,
        language=language,
        speaker=Speaker.PROXY,
        speaker_name=by.name,
        speaker_relationship=_stands(by, on, person_id),
    )
    return add_statements(by=by, at=at, statements=[NewStatement(newest, said)])[0]


def _stands(by: Actor, on: date, person_id: int) -> str:
    """How they are related, as it was said when they were let in."""
    held = links([person_id], on).get(person_id, ())
    return next((link.relationship for link in held if link.user_id == by.user_id), "")
