"""A mistaken line put right: never changed, but reversed by another that says why."""

from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.funds.models import FundLine, LineWords
from whatmatters.funds.queries import LineTold
from whatmatters.funds.queries.refusals import NotReversible
from whatmatters.funds.services.held import fund_event, open_held_fund
from whatmatters.funds.services.lines import Account
from whatmatters.rules.funds.account import LineKind
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words

REVERSIBLE = frozenset({LineKind.PAID_IN, LineKind.SPENT})


@transaction.atomic
def reverse_line(*, by: Actor, at: datetime, line_id: int, why: str) -> int:
    """The opposite of a line, about the same day; with an instalment its fee too. What is left.

    Raises FundNotAllowed, Absent, FundClosed, NotReversible, BeyondBalance (the money is spent),
    FundMoved, or what words refuse.
    """
    found = FundLine.objects.of(by.council_id).filter(pk=line_id).first()
    if found is None:
        raise Absent(what="fund_line", id=line_id)
    row = open_held_fund(by, at, Action.KEEP_FUND, found.fund_id)
    said = words("why", why)
    account = Account(by, at, row)
    wrong = _with_fee(account.lines, line_id)
    out = sum(line.pence for line in wrong)
    if out > 0:
        account.must_hold(out, found.on)
    # The fee first, so that no balance on the way lies under the last.
    new = [
        account.line(
            LineKind.REVERSED,
            line.on,
            -line.pence,
            instalment=line.instalment,
            spend_id=line.agreed_id,
            reverses_id=line.id,
        )
        for line in reversed(wrong)
    ]
    made = account.add(new)
    stamp = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    LineWords.objects.bulk_create(LineWords(line=one, what_for=said, **stamp) for one in made)
    audit_many(by=by, at=at, events=[fund_event("fund.reversed", row)])
    return made[-1].left


def _with_fee(lines: tuple[LineTold, ...], line_id: int) -> list[LineTold]:
    (wrong,) = (line for line in lines if line.id == line_id)
    if wrong.kind not in REVERSIBLE or not wrong.counts:
        raise NotReversible()
    after = [line for line in lines if line.place == wrong.place + 1]
    fee = [line for line in after if line.kind is LineKind.FEE]
    return [wrong, *fee] if wrong.kind is LineKind.PAID_IN else [wrong]
