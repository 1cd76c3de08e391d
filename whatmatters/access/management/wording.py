"""What a refusal of access says, for verbs."""

from whatmatters.access.queries.refusal_words import sentence as of_access
from whatmatters.places.management.wording import sentence as about_a_place
from whatmatters.rules.refusals import Refusal


def sentence(refusal: Refusal) -> str:
    """The refusal in the language of the moment: of access, or of a place that cannot be read."""
    return of_access(refusal) or about_a_place(refusal)
