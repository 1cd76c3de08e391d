"""Counts, their corrections, yeses and ends in any order: each payer has paid what is right.

The plain sum here shares no line with the product: by Newcombe's interval 30 of 200 differs from
`events` of 200 up to 17, as worked out apart from it, and not from 18. More of it by command:

    WHATMATTERS_CAMPAIGN=50 .venv/bin/pytest tests/payments/test_results_any_order.py
"""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.fixtures.campaign import CAMPAIGN
from tests.fixtures.case import a_case, moment
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.resulted import DAY, FOUR_WEEKS, a_scheme, agreed, told
from tests.fixtures.shifted import nhs
from whatmatters.payments.models import Posting
from whatmatters.payments.services import set_calendar
from whatmatters.results.services import CountGiven, end_results
from whatmatters.rules.outcomes import EndReason

_codes = count(1)


def pays(events: int) -> int:
    """Pence for so many of 200: a twentieth is 10, and a change is told up to 17."""
    if events <= 10:
        return 1_200_000
    return 500_000 if events <= 17 else 0


class Results(RuleBasedStateMachine):
    """Periods of four weeks from the first day; runs go on, one period after another."""

    @initialize()
    def begin(self) -> None:
        self.case = a_case(f"Z{next(_codes):08d}")
        set_calendar(by=self.case.finance, at=moment(ANCHOR), anchor=ANCHOR)
        self.council = self.case.council_organisation_id
        # A third and two thirds: no step of whole pounds but leaves a penny over.
        funders = ((self.council, Fraction(1, 3)), (nhs(self.case), Fraction(2, 3)))
        self.scheme = a_scheme(self.case, funders=funders)
        self.today = self.next = ANCHOR
        self.last: date | None = None
        self.told: dict[int, tuple[int, int]] = {}  # revision and events
        self.agreed: dict[int, tuple[date, int, int]] = {}  # first yes, revision, events

    def _open(self, number: int) -> bool:
        """Whether a measured period is over today and one of the contract's."""
        last = ANCHOR + number * FOUR_WEEKS - DAY
        return last < self.today and (self.last is None or last <= self.last)

    @rule(number=st.integers(1, 5), events=st.sampled_from([8, 10, 11, 14, 17, 18, 30]))
    def it_is_counted(self, number: int, events: int) -> None:
        if not self._open(number):
            return
        seen, before = self.told.get(number, (0, -1))
        given = CountGiven(number, events, 200, 0)
        told(self.case, self.scheme, given, self.today, seen)
        if events != before:
            self.told[number] = (seen + 1, events)

    @precondition(lambda self: self.told)
    @rule(number=st.integers(1, 5))
    def it_is_agreed(self, number: int) -> None:
        revision, events = self.told.get(number, (0, 0))
        first, known, _events = self.agreed.get(number, (self.today, 0, 0))
        if self._open(number) and revision > known:
            agreed(self.case, self.scheme, number, self.today, revision)
            self.agreed[number] = (first, revision, events)

    @precondition(lambda self: self.today >= ANCHOR + 3 * FOUR_WEEKS)
    @rule(back=st.integers(0, 40))
    def it_ends(self, back: int) -> None:
        on = self.today - timedelta(days=back)
        if self.last is None or on < self.last:
            self.last = on
            by, at, why = self.case.commissioner, moment(self.today), EndReason.REPLACED
            end_results(by=by, at=at, contract_id=self.scheme, on=on, reason=why)

    @rule(days=st.integers(5, 30))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(late=st.integers(0, 10))
    def run_the_next_period(self, late: int) -> None:
        self.today = max(self.today, self.next + FOUR_WEEKS + timedelta(days=late))
        before = snapshot()
        run_period(self.case, self.next, at=moment(self.today))
        self.next += FOUR_WEEKS
        costs = Posting.objects.of(self.case.council_id).filter(account__startswith="expense:")
        posted: Counter[bool] = Counter()
        for account, pence in costs.values_list("account", "pence"):
            posted[account == f"expense:org:{self.council}"] += pence
        assert (posted[True], posted[False]) == self._owed()
        check_invariants(before)

    def _owed(self) -> tuple[int, int]:
        """Of each yes of a period that was run: a third by the council, and the rest."""
        council = rest = 0
        for number, (first, _revision, events) in self.agreed.items():
            last = ANCHOR + number * FOUR_WEEKS - DAY
            if first < self.next and (self.last is None or last <= self.last):
                own = (pays(events) + 1) // 3
                council, rest = council + own, rest + pays(events) - own
        return council, rest


def test_each_payer_has_paid_what_is_right_in_any_order(db: None) -> None:
    run_state_machine_as_test(
        Results, settings=settings(max_examples=2 * CAMPAIGN, stateful_step_count=30)
    )
