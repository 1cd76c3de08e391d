"""Hours told, put right and paid in any order: the worker and the platform have what is right.

The plain sum here shares no line with the product. More of it by command:

    WHATMATTERS_CAMPAIGN=50 .venv/bin/pytest tests/payments/test_introduced_any_order.py
"""

from collections import Counter
from datetime import timedelta
from fractions import Fraction
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.fixtures.campaign import CAMPAIGN
from tests.fixtures.case import a_case, a_person, moment
from tests.fixtures.direct import FIRST
from tests.fixtures.introduced import a_worker, parties, tell
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.money_model import half_up
from tests.fixtures.paying import PERIODS
from whatmatters.direct_payments.services import end_introduction
from whatmatters.payments.models import RunLine
from whatmatters.payments.services import set_calendar
from whatmatters.rules.outcomes import EndReason

_codes = count(1)
FOUR_WEEKS = timedelta(days=28)
DAYS = st.integers(0, 50)


class Hours(RuleBasedStateMachine):
    """What is told may be of any day that has come; runs go on, one period after another."""

    @initialize()
    def begin(self) -> None:
        self.case = a_case(f"Z{next(_codes):08d}")
        set_calendar(by=self.case.finance, at=moment(ANCHOR), anchor=ANCHOR)
        self.person = a_person(self.case)
        self.worker = a_worker(self.case, self.person)
        for start in PERIODS[:3]:
            run_period(self.case, start)
        self.today = self.next = FIRST
        self.last = None
        self.days: dict[object, tuple[int, int]] = {}  # revision and minutes

    @rule(back=DAYS, minutes=st.sampled_from([0, 1, 50, 60, 95]))
    def hours_are_told(self, back: int, minutes: int) -> None:
        on = max(FIRST, self.today - timedelta(days=back))
        seen, before = self.days.get(on, (0, 0))
        if (self.last is not None and on > self.last) or minutes == before:
            return
        tell(self.person, self.worker, on, minutes, seen=seen, at=self.today)
        self.days[on] = (seen + 1, minutes)

    @rule(days=st.integers(1, 20))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(back=DAYS)
    def it_ends(self, back: int) -> None:
        if self.last is None and self.today > FIRST + 2 * FOUR_WEEKS:
            self.last = self.today - timedelta(days=back)
            end_introduction(
                by=self.case.social_worker,
                at=moment(self.today),
                introduction_id=self.worker,
                on=self.last,
                reason=EndReason.REPLACED,
            )

    @rule(late=st.integers(0, 10))
    def run_the_next_period(self, late: int) -> None:
        self.today = max(self.today, self.next + FOUR_WEEKS + timedelta(days=late))
        before = snapshot()
        run_period(self.case, self.next, at=moment(self.today))
        self.next += FOUR_WEEKS
        account, hers = parties(self.worker)
        posted: Counter[int] = Counter()
        for payee, pence in RunLine.objects.filter(payer_id=account).values_list(
            "payee_id", "pence"
        ):
            posted[payee] += pence
        owed = [half_up(Fraction(1600 * minutes, 60)) for minutes in self._paid()]
        platform = sum(half_up(Fraction(pence, 5)) for pence in owed)
        assert posted[self.case.provider_id] == platform
        assert posted[hers] == sum(owed) - platform
        check_invariants(before)

    def _paid(self) -> list[int]:
        held = self.days.items()
        return [
            told[1]
            for on, told in held
            if on < self.next and (self.last is None or on <= self.last)
        ]


def test_both_have_what_is_right_in_any_order(db: None) -> None:
    run_state_machine_as_test(
        Hours, settings=settings(max_examples=2 * CAMPAIGN, stateful_step_count=30)
    )
