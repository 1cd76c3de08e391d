"""Shifts, their corrections, wages and methods in any order: each funder has paid what is right.

The plain sum here shares no line with the product. More of it by command:

    WHATMATTERS_CAMPAIGN=50 .venv/bin/pytest tests/payments/test_shifts_any_order.py
"""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
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
from tests.fixtures.money_model import half_up
from tests.fixtures.shifted import USUAL, a_scheme, like, put_right, terms, told
from whatmatters.payments.models import Posting
from whatmatters.payments.services import set_calendar
from whatmatters.rules.outcomes import EndReason
from whatmatters.shifts.services import ShiftGiven, change_shift_terms, end_shifts

_codes = count(1)
FOUR_WEEKS = timedelta(days=28)
MINUTES = st.integers(0, 160)


class Shifts(RuleBasedStateMachine):
    """What is told may be of any day that has come; runs go on, one period after another."""

    @initialize()
    def begin(self) -> None:
        self.case = a_case(f"Z{next(_codes):08d}")
        set_calendar(by=self.case.finance, at=moment(ANCHOR), anchor=ANCHOR)
        self.scheme = a_scheme(self.case)
        self.today = self.next = ANCHOR
        self.last: date | None = None
        self.shifts: dict[str, ShiftGiven] = {}
        self.terms = [(ANCHOR, Decimal("13.50"), "marginal", Decimal("0.3"))]

    @rule(
        name=st.sampled_from("ABCDEFG"),
        back=st.integers(0, 70),
        staff=st.integers(1, 3),
        length=st.sampled_from([0, 480, 500]),
        social=MINUTES,
        health=MINUTES,
        travel=MINUTES,
    )
    def a_shift_is_told(self, name: str, back: int, **said: int) -> None:
        on = max(ANCHOR, self.today - timedelta(days=back))
        if self.last is not None and on > self.last:
            return
        parts = dict.fromkeys(("social", "health", "travel"), 0) if not said["length"] else {}
        shift = like(USUAL, reference=name, on=on, **{**said, **parts})
        known = self.shifts.get(name)
        if known is not None and known.on != on:
            number = list(self.shifts).index(name) + 1
            put_right(self.case, self.scheme, number, shift, at=self.today)
        else:
            told(self.case, self.scheme, shift, at=self.today)
        self.shifts[name] = shift

    @precondition(lambda self: self.last is None)
    @rule(
        back=st.integers(0, 70),
        wage=st.sampled_from(["13.50", "13.95", "14.37"]),
        method=st.sampled_from(["contact", "marginal", "fixed"]),
        share=st.sampled_from(["0.3", "0.45"]),
    )
    def terms_change(self, back: int, wage: str, method: str, share: str) -> None:
        on = max(ANCHOR, self.today - timedelta(days=back))
        new = (on, Decimal(wage), method, Decimal(share))
        agreed = terms(tiers={"support": new[1]}, method=method, nhs_share=new[3])
        by, at = self.case.commissioner, moment(self.today)
        change_shift_terms(by=by, at=at, contract_id=self.scheme, starts=on, terms=agreed)
        self.terms = sorted([*(one for one in self.terms if one[0] != on), new])

    @precondition(lambda self: self.today >= ANCHOR + 4 * FOUR_WEEKS)
    @rule(back=st.integers(0, 60))
    def it_ends(self, back: int) -> None:
        on, reason = self.today - timedelta(days=back), EndReason.REPLACED
        if self.last is not None and on >= self.last:
            return
        self.last = on
        by, at = self.case.commissioner, moment(self.today)
        end_shifts(by=by, at=at, contract_id=self.scheme, on=on, reason=reason)

    @rule(days=st.integers(1, 20))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)

    @precondition(lambda self: self.shifts)
    @rule(late=st.integers(0, 10))
    def run_the_next_period(self, late: int) -> None:
        self.today = max(self.today, self.next + FOUR_WEEKS + timedelta(days=late))
        before = snapshot()
        run_period(self.case, self.next, at=moment(self.today))
        self.next += FOUR_WEEKS
        costs = Posting.objects.of(self.case.council_id).filter(account__startswith="expense:")
        posted: Counter[bool] = Counter()
        for account, pence in costs.values_list("account", "pence"):
            posted[account == f"expense:org:{self.case.council_organisation_id}"] += pence
        assert (posted[True], posted[False]) == self._owed()
        check_invariants(before)

    def _owed(self) -> tuple[int, int]:
        """Social care's and the NHS's pence for every shift of the periods that were run."""
        social = nhs = 0
        for one in self.shifts.values():
            if one.on < self.next and (self.last is None or one.on <= self.last):
                cost, part = self._cost_and_part(one)
                # The odd penny goes to the larger remainder, and to social care where they tie.
                own = cost * part
                pence = int(own) if own % 1 <= Fraction(1, 2) else int(own) + 1
                social, nhs = social + cost - pence, nhs + pence
        return social, nhs

    def _cost_and_part(self, one: ShiftGiven) -> tuple[int, Fraction]:
        _, wage, method, share = [held for held in self.terms if held[0] <= one.on][-1]
        paid, seen = one.staff * one.length, one.social + one.health
        cost = half_up(Fraction(paid, 60) * Fraction(wage) * 125)
        if not seen or method == "fixed" or not paid:
            return cost, Fraction(share)
        if method == "contact":
            return cost, Fraction(one.health, seen)
        return cost, Fraction(one.health * (seen + one.travel), seen * paid)


def test_each_funder_has_paid_what_is_right_in_any_order(db: None) -> None:
    run_state_machine_as_test(
        Shifts, settings=settings(max_examples=3 * CAMPAIGN, stateful_step_count=40)
    )
