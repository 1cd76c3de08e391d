"""What a run pays into a person's fund: instalments in advance, and what its end gives back.

It reads the fund's year and the balance at its close: no spend, which is the person's own.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from whatmatters.commissioning.queries import AgreementFacts
from whatmatters.funds.queries import FundSeen, funds_seen
from whatmatters.payments.services.frozen import Frozen
from whatmatters.rules.blocks.year import instalments
from whatmatters.rules.commissioning import AgreementTerms, Line, Rules
from whatmatters.rules.commissioning_models import individual_service_fund
from whatmatters.rules.periods import ONE_DAY, Period

FUND = "fund"
Terms = AgreementTerms[individual_service_fund.Terms]
Evidence = individual_service_fund.Evidence


def funds_of(rows: Iterable[AgreementFacts], until: date) -> dict[int, FundSeen]:
    """Evidence by agreement as of a day, in two queries, or none where there is no fund."""
    wanted = {facts.source_id: facts.id for facts in rows if facts.source == FUND}
    found = funds_seen(wanted, until) if wanted else {}
    return {wanted[fund]: seen for fund, seen in found.items()}


def fund_lines(agreement: Terms, frozen: Frozen, period: Period, rules: Rules) -> tuple[Line, ...]:
    """The instalments that this period pays, then what is left where the account was closed."""
    seen = frozen.fund
    if seen is None:
        return ()
    told = [Evidence(instalment=number) for number in _due(frozen, seen, period)]
    if seen.balance is not None and seen.closed_on is not None and seen.closed_on in period:
        told.append(
            Evidence(year_end_balance_pence=seen.balance)
            if seen.carries
            else Evidence(ended_balance_pence=seen.balance)
        )
    lines = (individual_service_fund.assess(agreement, one, rules).lines for one in told)
    return tuple(line for found in lines for line in found)


def _due(frozen: Frozen, seen: FundSeen, period: Period) -> Iterator[int]:
    """The first instalment in the period that it begins in; each later one in the period before.

    A run is made when its period is over: a fund whose year begins with one of the council's
    periods has each later instalment as its 28 days begin, any other some days after. A closed
    account knew its own last day, whatever was told since.
    """
    ended = frozen.ended_on if seen.closed_on is None else frozen.facts.ended_on
    for number, first in instalments(seen.year_starts):
        paid_on = first if number == 1 else first - ONE_DAY
        if paid_on in period and (ended is None or first <= ended):
            yield number
