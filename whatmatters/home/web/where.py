"""The area where somebody lives, in the reader's language. Never closer than that."""

from django.utils.translation import get_language

from whatmatters.people.queries import PersonFacts


def area_words(who: PersonFacts) -> str:
    """The name of her ward; whether this reader may know it has been asked before."""
    welsh = (get_language() or "").startswith("cy")
    return (who.ward_cy if welsh else who.ward_en) or who.ward_en
