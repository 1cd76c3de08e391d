"""What `individual_service_fund` may read: one account's instalment, spends and balance."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from whatmatters.rules.commissioning import Problem, Rules
from whatmatters.rules.commissioning_models.individual_service_fund.terms import Agreement, Terms
from whatmatters.rules.instalments import instalment_of
from whatmatters.rules.money import half_up
from whatmatters.rules.periods import PERIODS_IN_A_YEAR
from whatmatters.rules.reading import Table, finish

ASKED = ("instalment", "opening_pence", "year_end_balance_pence", "ended_balance_pence")


@dataclass(frozen=True, slots=True)
class Spend:
    """One spend of this person's fund, in whole pence, with what it is for and who agreed it."""

    on: date
    supplier: str
    purpose: str
    outcome: str
    agreed_by: str
    pence: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """An instalment (1 to 13), the balance before it, spends, the balance at the year's end.

    `ended_balance_pence` where the fund ended and no next year's takes it up: all of it goes back.
    """

    instalment: int | None = None
    opening_pence: int | None = None
    spends: tuple[Spend, ...] = ()
    year_end_balance_pence: int | None = None
    ended_balance_pence: int | None = None

    @property
    def moves(self) -> bool:
        """Whether anything is asked about the account itself."""
        return self.opening_pence is not None


def read_evidence(raw: Mapping[str, object], /) -> Evidence:
    """An instalment, spends from an opening balance, a year's end, or several. Raises Problems."""
    table = Table(raw, "evidence", [])
    spends = table.tables("spends") if table.has("spends") else ()
    found = Evidence(
        instalment=table.whole_or_none("instalment", least=1, most=PERIODS_IN_A_YEAR),
        opening_pence=table.whole_or_none("opening_pence", least=None),
        spends=tuple(_read_spend(row) for row in spends),
        year_end_balance_pence=table.whole_or_none("year_end_balance_pence", least=None),
        ended_balance_pence=table.whole_or_none("ended_balance_pence", least=None),
    )
    if table.has("spends") and not table.has("opening_pence"):
        table.problem("missing_key", "opening_pence")
    if not any(table.has(key) for key in ASKED):
        table.problem("missing_key", "instalment")
    if table.has("year_end_balance_pence") and table.has("ended_balance_pence"):
        table.problem("one_of_the_two", "ended_balance_pence")
    table.close()
    finish(table.problems)
    return found


def _read_spend(table: Table) -> Spend:
    spend = Spend(
        on=table.day("date"),
        supplier=table.text("supplier"),
        purpose=table.text("purpose"),
        outcome=table.text("outcome"),
        agreed_by=table.text("agreed_by"),
        pence=table.whole("pence", least=1),
    )
    table.close()
    return spend


def check_evidence(
    agreement: Agreement, evidence: Evidence, _rules: Rules, /
) -> tuple[Problem, ...]:
    """A spend outside the agreement's days, or beyond the balance in the order of the days."""
    return (*_outside(agreement, evidence), *_beyond(agreement.terms, evidence))


def _outside(agreement: Agreement, evidence: Evidence) -> Iterator[Problem]:
    for i, spend in enumerate(evidence.spends):
        if not agreement.holds(spend.on):
            yield Problem("outside_the_agreement", f"evidence.spends[{i}].date", {"day": spend.on})


def _beyond(terms: Terms, evidence: Evidence) -> Iterator[Problem]:
    """Each spend that the balance, with the agreed overdraft, could not carry when it came."""
    left = available(terms, evidence)
    in_order = sorted(enumerate(evidence.spends), key=lambda one: one[1].on)
    for i, spend in in_order:
        if spend.pence > left + terms.overdraft_pence:
            where = f"evidence.spends[{i}].pence"
            yield Problem("spend_beyond_balance", where, {"value": spend.pence, "most": left})
        else:
            left -= spend.pence


def fee(terms: Terms, evidence: Evidence) -> int:
    """What managing the account takes of the instalment, in pence; no line."""
    if evidence.instalment is None:
        return 0
    return half_up(terms.management_fee * instalment_of(terms.budget_pence, evidence.instalment))


def available(terms: Terms, evidence: Evidence) -> int:
    """Opening balance and instalment, less the fee: the pence there before any overdraft."""
    paid_in = 0
    if evidence.instalment is not None:
        paid_in = instalment_of(terms.budget_pence, evidence.instalment)
    return (evidence.opening_pence or 0) + paid_in - fee(terms, evidence)
