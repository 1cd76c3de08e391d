"""A provider's lines of each fund against what the council's ledger says was paid (R-IS-05)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from whatmatters.funds.queries import FundFacts, LineTold, account_lines, fund_terms, paid_in
from whatmatters.payments.queries.posted import posted
from whatmatters.rules.commissioning_models.individual_service_fund import INSTALMENT, RETURNED
from whatmatters.rules.funds.account import LineKind


@dataclass(frozen=True, slots=True)
class Differs:
    """Pence of an instalment, or of what went back (instalment None), as each side tells it."""

    instalment: int | None
    council: int
    provider: int


@dataclass(frozen=True, slots=True)
class FundChecked:
    """One fund: what the council paid less what came back, what the account says, and where not."""

    facts: FundFacts
    council: int
    provider: int
    differs: tuple[Differs, ...]


def funds_checked(council_id: int, funds: Sequence[FundFacts]) -> tuple[FundChecked, ...]:
    """Each fund in the order given, in a fixed number of queries."""
    agreements = {
        fund: told.agreement_id
        for fund, told in fund_terms(council_id, (one.id for one in funds)).items()
    }
    ledger = _ledger(agreements.values())
    lines: dict[int, list[LineTold]] = {}
    for line in account_lines(agreements):
        lines.setdefault(line.fund_id, []).append(line)
    return tuple(_checked(one, ledger[agreements[one.id]], lines.get(one.id, [])) for one in funds)


def _ledger(agreement_ids: Iterable[int]) -> dict[int, dict[int | None, int]]:
    """Pence by agreement and instalment; under None what went back, below zero."""
    wanted = list(agreement_ids)
    found: dict[int, dict[int | None, int]] = {one: {} for one in wanted}
    for key, sums in posted(wanted).items():
        if key.rule not in (INSTALMENT, RETURNED):
            continue
        number = int(key.subject) if key.rule == INSTALMENT else None
        part = found[key.agreement]
        part[number] = part.get(number, 0) + sum(sums.values())
    return found


def _checked(
    facts: FundFacts, council: dict[int | None, int], lines: Sequence[LineTold]
) -> FundChecked:
    provider: dict[int | None, int] = {n: line.pence for n, line in paid_in(lines).items()}
    back = sum(line.pence for line in lines if line.kind is LineKind.RETURNED)
    if back:
        provider[None] = back
    return FundChecked(
        facts,
        sum(council.values()),
        sum(provider.values()),
        tuple(_differs(council, provider)),
    )


def _differs(council: dict[int | None, int], provider: dict[int | None, int]) -> Iterator[Differs]:
    for number in sorted({*council, *provider}, key=lambda one: (one is None, one)):
        one, other = council.get(number, 0), provider.get(number, 0)
        if one != other:
            yield Differs(number, one, other)
