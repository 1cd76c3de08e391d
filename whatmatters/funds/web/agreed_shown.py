"""Agreed spends as they stand on a statement: what of each was spent, and what still may be."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.funds.queries import AgreedTold, LineTold, spent_of
from whatmatters.funds.web.words import EVERY
from whatmatters.outcomes.queries import outcome_facts
from whatmatters.outcomes.web.code_words import AUTHORITIES
from whatmatters.rules.funds.agreed import agreed_room
from whatmatters.rules.people import Authority
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """One agreed spend. `outcome` "" where the reader may not see her outcomes."""

    id: int
    what: str
    outcome: str
    pence: int
    every: str | Promise
    starts: date
    ends: date
    spent: int
    room: int
    whose: str


def agreed_rows(
    agreed: Iterable[AgreedTold], lines: Sequence[LineTold], on: date, actions: Set[Action]
) -> list[AgreedRow]:
    """The newest first; `room` is what may be spent of each on a day, before what is left."""
    told = list(agreed)
    sees = Action.SEE_OUTCOMES in actions
    outcomes = outcome_facts(one.outcome_id for one in told) if sees else {}
    names = user_names({one.by_id for one in told} | {one.decider_id or one.by_id for one in told})
    rows = []
    for one in told:
        spent = spent_of(lines, one.id)
        served = outcomes.get(one.outcome_id)
        row = AgreedRow(
            id=one.id,
            what=one.what,
            outcome=served.statement if served else "",
            pence=one.agreed.pence,
            every=EVERY[one.agreed.every],
            starts=one.agreed.starts,
            ends=one.agreed.ends,
            spent=sum(move.pence for move in spent),
            room=agreed_room(one.agreed, spent, on) if on <= one.agreed.ends else 0,
            whose=_whose(one, names),
        )
        rows.append(row)
    return rows


def _whose(one: AgreedTold, names: dict[int, str]) -> str:
    by = names[one.by_id]
    if one.authority is Authority.OWN:
        return _("Agreed by the person; written by %(by)s") % {"by": by}
    told = {"name": names[one.decider_id or one.by_id], "by": by}
    return _("Agreed by %(name)s (%(how)s); written by %(by)s") % {
        **told,
        "how": AUTHORITIES[one.authority],
    }
