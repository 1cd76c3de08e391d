"""Whose page an address is: what decides who may open it."""

from whatmatters.outcomes.queries import exception_of, version
from whatmatters.outcomes.queries.judged_person import judged_person
from whatmatters.outcomes.queries.whose import (
    person_in_conversation,
    person_of_words,
    person_with_outcome,
    referred_person,
)


def person_of_version(council_id: int, version_id: int, **_others: int) -> int | None:
    """The person whose plan a version is of; None where the council has no such version."""
    found = version(version_id, council_id=council_id)
    return found.person_id if found else None


def person_of_exception(council_id: int, exception_id: int) -> int | None:
    """The person whose plan cannot go on; None where the council has no such exception."""
    found = exception_of(council_id, exception_id)
    return found.person_id if found else None


def person_of_judgement(council_id: int, judgement_id: int) -> int | None:
    """The person whose plan is judged; None where the council has no such judgement."""
    return judged_person(council_id, judgement_id)


def person_of_outcome(council_id: int, outcome_id: int) -> int | None:
    """The person whose outcome it is; None where the council has no such outcome."""
    return person_with_outcome(council_id, outcome_id)


def person_of_conversation(council_id: int, conversation_id: int) -> int | None:
    """The person with whom it was held."""
    return person_in_conversation(council_id, conversation_id)


def person_of_statement(council_id: int, statement_id: int) -> int | None:
    """The person in whose conversation the words stand."""
    return person_of_words(council_id, statement_id)


def person_of_referral(council_id: int, referral_id: int) -> int | None:
    """The person who asked."""
    return referred_person(council_id, referral_id)
