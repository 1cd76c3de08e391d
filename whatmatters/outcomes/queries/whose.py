"""Whose request, outcome, conversation or words these are: what decides who may open their page."""

from whatmatters.outcomes.models import Conversation, Outcome, Referral, Statement


def referred_person(council_id: int, referral_id: int) -> int | None:
    """The person whose request this is; None where the council has no such request."""
    rows = Referral.objects.of(council_id).filter(pk=referral_id)
    found: int | None = rows.values_list("person_id", flat=True).first()
    return found


def person_with_outcome(council_id: int, outcome_id: int) -> int | None:
    """The person whose outcome this is."""
    rows = Outcome.objects.of(council_id).filter(pk=outcome_id)
    found: int | None = rows.values_list("person_id", flat=True).first()
    return found


def person_in_conversation(council_id: int, conversation_id: int) -> int | None:
    """The person with whom this conversation was held."""
    rows = Conversation.objects.of(council_id).filter(pk=conversation_id)
    found: int | None = rows.values_list("person_id", flat=True).first()
    return found


def person_of_words(council_id: int, statement_id: int) -> int | None:
    """The person in whose conversation these words were said."""
    rows = Statement.objects.of(council_id).filter(pk=statement_id)
    found: int | None = rows.values_list("conversation__person_id", flat=True).first()
    return found
