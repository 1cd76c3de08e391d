"""Questions about who somebody is and who speaks for them. A postcode is never an answer."""

from whatmatters.people.queries.contacts import ContactFacts, contacts
from whatmatters.people.queries.finding import possible_duplicates, search_people
from whatmatters.people.queries.help_offers import (
    HelpOfferFacts,
    HelpVersion,
    help_offer,
    help_offers,
    own_help_offers,
)
from whatmatters.people.queries.links import (
    DeciderFacts,
    LinkFacts,
    assigned,
    deciders,
    deciders_of,
    every_decider,
    links,
    people_assigned_to,
    people_assigned_to_any,
    people_of_user,
)
from whatmatters.people.queries.persons import (
    PersonFacts,
    deaths_told_since,
    died_on,
    in_council,
    lives,
    people_of,
    person,
    person_facts,
)
from whatmatters.people.queries.profiles import ProfileFacts, profile_versions

__all__ = [
    "ContactFacts",
    "DeciderFacts",
    "HelpOfferFacts",
    "HelpVersion",
    "LinkFacts",
    "PersonFacts",
    "ProfileFacts",
    "assigned",
    "contacts",
    "deaths_told_since",
    "deciders",
    "deciders_of",
    "died_on",
    "every_decider",
    "help_offer",
    "help_offers",
    "in_council",
    "links",
    "lives",
    "own_help_offers",
    "people_assigned_to",
    "people_assigned_to_any",
    "people_of",
    "people_of_user",
    "person",
    "person_facts",
    "possible_duplicates",
    "profile_versions",
    "search_people",
]
