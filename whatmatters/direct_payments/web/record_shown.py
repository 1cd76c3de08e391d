"""Lines of the record as they stand on a page."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.direct_payments.queries import RecordTold
from whatmatters.direct_payments.web.words import OWED
from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.queries import OutcomeFacts, outcome_facts
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One line. `outcome` "" where the reader may not see her outcomes; `struck` who and when."""

    on: date
    what: str
    kind: str | Promise
    outcome: str
    pence: int
    by: str
    struck: str


def record_rows(record: Sequence[RecordTold], actions: Set[Action]) -> list[RecordRow]:
    """In the order given."""
    users = {one.by_id for one in record} | {one.struck_by_id or one.by_id for one in record}
    names = user_names(users)
    sees = Action.SEE_OUTCOMES in actions
    served = outcome_facts(one.outcome_id for one in record if one.outcome_id) if sees else {}
    return [_row(one, names, served.get(one.outcome_id or 0)) for one in record]


def _row(one: RecordTold, names: dict[int, str], served: OutcomeFacts | None) -> RecordRow:
    return RecordRow(
        on=one.on,
        what=one.what,
        kind=OWED[one.owed_for] if one.owed_for is not None else _("Spent"),
        outcome=served.statement if served else "",
        pence=one.pence,
        by=names[one.by_id],
        struck=_struck(one, names),
    )


def _struck(one: RecordTold, names: dict[int, str]) -> str:
    if one.struck_at is None:
        return ""
    told = {"by": names[one.struck_by_id or one.by_id], "day": day(london_day(one.struck_at))}
    return _("Struck out by %(by)s on %(day)s") % told
