"""What somebody offers to people: those who let them in now, and those who did."""

from dataclasses import dataclass
from datetime import date

from whatmatters.access.queries import Actor
from whatmatters.people.queries import (
    HelpOfferFacts,
    own_help_offers,
    people_of_user,
    person_facts,
)
from whatmatters.rules.people import LinkKind


@dataclass(frozen=True, slots=True)
class OwnHelp:
    """The offers of one user to one person. `name` is empty once she lets them in no longer."""

    person_id: int
    name: str
    lets_in: bool
    offers: tuple[HelpOfferFacts, ...]


def own_help_of(actor: Actor, *, on: date) -> tuple[OwnHelp, ...]:
    """Those who let the actor in first, by name, offers or none; then those who do no longer.

    Three queries. Who lets somebody in no longer is not named to them.
    """
    links = people_of_user(actor.user_id, council_id=actor.council_id, on=on)
    close = {link.person_id for link in links if link.kind is not LinkKind.SELF}
    offers: dict[int, list[HelpOfferFacts]] = {}
    for offer in own_help_offers(actor.council_id, actor.user_id):
        offers.setdefault(offer.person_id, []).append(offer)
    names = {pk: facts.known_as for pk, facts in person_facts(close).items()}
    open_now = sorted(close & set(names), key=lambda pk: (names[pk], pk))
    gone = [pk for pk in offers if pk not in names]
    return tuple(
        OwnHelp(pk, names.get(pk, ""), pk in names, tuple(offers.get(pk, ())))
        for pk in (*open_now, *gone)
    )
