"""For which of the three a reader speaks. The service decides again whether they may."""

from django.utils.translation import gettext as _

from whatmatters.access.queries import Sight
from whatmatters.rules.outcomes import Party
from whatmatters.rules.permissions import Relationship

HERS = frozenset({Relationship.SELF, Relationship.DECIDER})


def party_of(sight: Sight) -> Party:
    """The person's voice before the provider's, and the provider's before the council's."""
    if sight.relationships & HERS:
        return Party.PERSON
    if sight.provider_id is not None:
        return Party.PROVIDER
    return Party.COUNCIL


def is_own(sight: Sight) -> bool:
    """Whether the reader is the person herself."""
    return Relationship.SELF in sight.relationships


def speaks_for(sight: Sight, name: str, provider: str) -> str:
    """In whose voice the reader's answer is kept, said to the reader."""
    party = party_of(sight)
    if is_own(sight):
        return _("You answer for yourself.")
    if party is Party.COUNCIL:
        return _("You answer for the council.")
    return _("You answer for %(who)s.") % {"who": name if party is Party.PERSON else provider}
