"""Who somebody is, who speaks for them, and what those close to them offer to do."""

from whatmatters.people.models.corrections import PersonCorrection
from whatmatters.people.models.help_offers import HelpOffer, HelpOfferVersion, HelpOfferWords
from whatmatters.people.models.persons import (
    Assignment,
    ContactChoice,
    Death,
    Decider,
    DuplicateChoice,
    NameKey,
    Person,
    PersonLink,
    Profile,
)

__all__ = [
    "Assignment",
    "ContactChoice",
    "Death",
    "Decider",
    "DuplicateChoice",
    "HelpOffer",
    "HelpOfferVersion",
    "HelpOfferWords",
    "NameKey",
    "Person",
    "PersonCorrection",
    "PersonLink",
    "Profile",
]
