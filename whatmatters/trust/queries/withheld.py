"""What of one person's record is withheld from one reader, asked once for a whole page."""

from dataclasses import dataclass

from django.db.models import CharField, Value
from django.db.models.functions import Cast

from whatmatters.access.queries import Sight
from whatmatters.rules.permissions import Action
from whatmatters.rules.sharing import KeptSubject
from whatmatters.trust.models import BetweenUs
from whatmatters.trust.queries.addresses import hidden_people
from whatmatters.trust.queries.between_us import NOTHING, Kept

_PLACE = "place"


@dataclass(frozen=True, slots=True)
class Withheld:
    """Words that are kept between a few, and whether it stays hidden where the person lives."""

    words: Kept
    place: bool


def withheld_from(council_id: int, sight: Sight) -> Withheld:
    """What this reader may not see: one query, and none for who may see both."""
    asked = []
    if Action.SEE_BETWEEN_US not in sight.actions:
        kept = BetweenUs.objects.of(council_id).filter(person_id=sight.person_id)
        told = kept.annotate(what=Cast("subject", CharField())).order_by()
        asked.append(told.values_list("what", "subject_id"))
    if Action.SEE_HIDDEN_ADDRESS not in sight.actions:
        hers = hidden_people(council_id).filter(person_id=sight.person_id).order_by()
        place = hers.annotate(what=Value(_PLACE, CharField()))
        asked.append(place.values_list("what", "person_id"))
    if not asked:
        return Withheld(NOTHING, place=False)
    rows = list(asked[0].union(*asked[1:], all=True) if asked[1:] else asked[0])
    words = frozenset((KeptSubject(what), pk) for what, pk in rows if what != _PLACE)
    return Withheld(words, place=any(what == _PLACE for what, _pk in rows))
