"""What of `people` may be taken out."""

from whatmatters.people.models import (
    Assignment,
    ContactChoice,
    Death,
    Decider,
    DuplicateChoice,
    HelpOffer,
    HelpOfferVersion,
    HelpOfferWords,
    NameKey,
    Person,
    PersonCorrection,
    PersonLink,
    Profile,
)
from whatmatters.records.holdings import Holding
from whatmatters.rules.permissions import Action

HERS = ("person_id",)
PLACE = frozenset({"lsoa", "ward", "patch", "postcode", "latitude", "longitude"})

HOLDINGS = (
    Holding(Person, ("pk",), Action.SEE_RECORD, place=PLACE, provider=("plans__provider_id",)),
    Holding(PersonCorrection, HERS, Action.EXPORT_RECORD, place=frozenset({"postcode"})),
    Holding(Death, HERS, Action.SEE_RECORD, provider=("person__plans__provider_id",)),
    Holding(Profile, HERS, Action.SEE_PROFILE),
    Holding(PersonLink, HERS, Action.EXPORT_RECORD),
    Holding(Decider, HERS, Action.EXPORT_RECORD),
    Holding(Assignment, HERS, Action.EXPORT_RECORD),
    Holding(ContactChoice, HERS, Action.SET_CONTACT),
    Holding(HelpOffer, HERS, Action.SEE_HELP_OFFERS, while_let_in="by_id"),
    Holding(
        HelpOfferVersion,
        ("offer__person_id",),
        Action.SEE_HELP_OFFERS,
        while_let_in="offer__by_id",
    ),
    Holding(
        HelpOfferWords,
        ("help_version__offer__person_id",),
        Action.SEE_HELP_OFFERS,
        while_let_in="help_version__offer__by_id",
    ),
    Holding(
        NameKey, HERS, why_not="Parts of her name as the search keeps them; the name is there."
    ),
    Holding(
        DuplicateChoice,
        ("candidate_id", "registered_id"),
        why_not="Says whether she is somebody else, and so tells of somebody else.",
    ),
)
