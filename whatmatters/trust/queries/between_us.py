"""Which words are kept between a person and the few who work with her."""

from whatmatters.access.queries import Sight
from whatmatters.rules.permissions import Action
from whatmatters.rules.sharing import KeptSubject
from whatmatters.trust.models import BetweenUs

Kept = frozenset[tuple[KeptSubject, int]]
NOTHING: Kept = frozenset()


def kept(council_id: int, person_id: int) -> Kept:
    """Subject and id of everything of a person's that is never shared (one query)."""
    rows = BetweenUs.objects.of(council_id).filter(person_id=person_id)
    return frozenset((KeptSubject(s), pk) for s, pk in rows.values_list("subject", "subject_id"))


def hidden_from(council_id: int, sight: Sight) -> Kept:
    """What of it this reader may not see; whoever wrote the words still sees them."""
    if Action.SEE_BETWEEN_US in sight.actions:
        return NOTHING
    return kept(council_id, sight.person_id)
