"""What a run pays into a direct payment: the period after its own, and what a look takes back.

It reads the looks at the account: no line of its record, which is the person's own.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from whatmatters.commissioning.queries import AgreementFacts
from whatmatters.direct_payments.queries import DirectSeen, direct_seen
from whatmatters.payments.services.frozen import Frozen
from whatmatters.rules.commissioning import AgreementTerms, Line, Rules
from whatmatters.rules.commissioning_models import direct_payment
from whatmatters.rules.direct_payments import RUNS_ON
from whatmatters.rules.periods import Period

DIRECT = "direct_payment"
Terms = AgreementTerms[direct_payment.Terms]
Evidence = direct_payment.Evidence


def direct_of(rows: Iterable[AgreementFacts], until: date) -> dict[int, DirectSeen]:
    """Evidence by agreement as of a day, in one query, or none where there is no direct payment."""
    wanted = {facts.source_id: facts.id for facts in rows if facts.source == DIRECT}
    found = direct_seen(wanted, until) if wanted else {}
    return {wanted[direct]: seen for direct, seen in found.items()}


def direct_lines(
    agreement: Terms, frozen: Frozen, period: Period, rules: Rules
) -> tuple[Line, ...]:
    """The weeks of the next period in advance, then what each look of this period takes back."""
    found = (direct_payment.assess(agreement, one, rules).lines for one in _told(frozen, period))
    return tuple(line for lines in found for line in lines)


def _told(frozen: Frozen, period: Period) -> Iterator[Evidence]:
    ahead, facts = period.next(), frozen.facts
    if ahead.overlap(facts.starts, None) is not None:
        yield Evidence(
            period=ahead,
            first=facts.starts in ahead and _began(frozen),
            ended_on=frozen.ended_on,
            followed=_followed(frozen),
        )
    for look in frozen.direct.looks if frozen.direct else ():
        if look.on in period:
            yield Evidence(
                balance_pence=look.balance, commitments_pence=look.owed, final=look.final
            )


def _began(frozen: Frozen) -> bool:
    return frozen.ended_on is None or frozen.ended_on >= frozen.facts.starts


def _followed(frozen: Frozen) -> bool:
    """Whether another way takes its place; a death that nobody ended it for leaves nothing."""
    by_end = frozen.facts.ended_on is not None and frozen.ended_on == frozen.facts.ended_on
    return by_end and frozen.facts.end_reason not in RUNS_ON
