"""Conversations: strengths first, then what matters, in whose words (R-EL-03, R-GW-16).

Nothing here takes a visit, a time or a task, so that a social worker cannot write one (R-WI-03).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import Conversation, Statement
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.statement_given import Said
from whatmatters.outcomes.services.statements import Written, statement_row
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.people import Language
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.word_refusals import WordsMissing
from whatmatters.rules.words import words


class StrengthsFirst(Refusal):
    """The first question was not answered: what can you do for yourself? (R-EL-03)"""

    code = "strengths_first"


@dataclass(frozen=True, slots=True)
class NewConversation:
    """A conversation held on a day. `strengths`: what can you do for yourself?"""

    person_id: int
    on: date
    language: Language
    strengths: str
    statements: tuple[Said, ...] = ()


@transaction.atomic
def hold_conversations(
    *, by: Actor, at: datetime, conversations: Sequence[NewConversation]
) -> list[int]:
    """Keep conversations with what was said in them; ids in the order given.

    Raises StrengthsFirst, ProxyNotNamed, DayNotReached, PersonHasDied, Absent.
    """
    check_living(by.council_id, [(c.person_id, must_be_reached(c.on, at)) for c in conversations])
    written = Written(by, at)
    rows = Conversation.objects.bulk_create([_conversation(written, c) for c in conversations])
    Statement.objects.bulk_create(
        statement_row(written, row.pk, said)
        for row, given in zip(rows, conversations, strict=True)
        for said in given.statements
    )
    events = [Audited("conversation.held", "conversation", r.pk, r.person_id) for r in rows]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in rows]


def _conversation(written: Written, given: NewConversation) -> Conversation:
    try:
        strengths = words("strengths", given.strengths)
    except WordsMissing as missing:
        raise StrengthsFirst from missing
    return Conversation(
        person_id=given.person_id,
        on=given.on,
        language=given.language,
        strengths=strengths,
        **written.columns(),
    )
