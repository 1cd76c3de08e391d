"""Any facts in any order: what the ledger has posted equals a recomputation from scratch (R3).

The full size by command: WHATMATTERS_CAMPAIGN=100 .venv/bin/pytest tests/payments/test_any_order.py
"""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import count

import pytest
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
from tests.fixtures.case import a_case, a_person, moment
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.judged import Planned, a_package, a_planned_version, a_visit, judge
from tests.fixtures.money import ANCHOR, LONG_AGO, a_contract, a_plan_agreement
from tests.fixtures.money_model import ModelPackage, ModelPlan, value_on
from tests.fixtures.replayed import must_equal_the_ledger
from whatmatters.commissioning.services import end_agreement, new_terms, sign_agreement
from whatmatters.payments.models import Posting
from whatmatters.payments.queries.refusals import FactsChanged
from whatmatters.payments.services import (
    contest_penalty,
    decide_contest,
    propose_run,
    release_run,
    set_calendar,
)
from whatmatters.people.services import record_death
from whatmatters.rules.lifecycles import PenaltyState
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.periods import period_from

_codes = count(1)
COSTS = st.sampled_from(["100", "333.33", "1000.01", "2783", "0.05"])
RETAINED = st.sampled_from(["0", "0.05", "0.333"])


class Money(RuleBasedStateMachine):
    """Facts arrive while periods are run; `today` only moves forward, what facts tell may not."""

    @initialize()
    def begin(self) -> None:
        self.case = a_case(f"X{next(_codes):08d}")
        set_calendar(by=self.case.finance, at=moment(ANCHOR), anchor=ANCHOR)
        self.person = a_person(self.case)
        self.contract = a_contract(self.case)
        self.hours = a_contract(self.case, model="time_and_task", terms={"rate": 20})
        self.today = ANCHOR
        self.next = ANCHOR
        self.died_on: date | None = None
        self.plans: dict[int, ModelPlan] = {}
        self.planned: dict[int, Planned] = {}
        self.packages: dict[int, ModelPackage] = {}
        self.package_ids: dict[int, int] = {}
        self.findings: dict[int, tuple[int, ...]] = {}
        self.contests: dict[int, tuple[int, int]] = {}
        # What the two contracts say, by day: shared with every plan and package that follows them.
        self.shares: list[tuple[date, Fraction]] = [(LONG_AGO, Fraction(0))]
        self.rates: list[tuple[date, int]] = [(LONG_AGO, 2000)]

    @rule(back=st.integers(0, 70), weeks=st.integers(2, 14), cost=COSTS, retained=RETAINED)
    def sign_a_plan(self, back: int, weeks: int, cost: str, retained: str) -> None:
        starts = max(ANCHOR, self.today - timedelta(days=back))
        ends = starts + timedelta(days=7 * weeks - 1)
        case, weights = self.case, ("0.6", "0.4")
        planned = a_planned_version(
            case, self.person, self.contract, starts=starts, ends=ends, weights=weights
        )
        agreement = a_plan_agreement(
            case,
            self.contract,
            starts=starts,
            ends=ends,
            at=moment(self.today),
            person_id=self.person.id,
            source_id=planned.version_id,
            plan=[{"what": "line:1", "cost": cost}],
            terms={"retention_share": Decimal(retained)},
        )
        self.planned[agreement] = planned
        price = int(Decimal(cost) * 100)
        # What says the same as its contract on its first day follows the contract.
        own = Fraction(retained)
        follows = value_on(self.shares, starts) == own
        shares = self.shares if follows else [(LONG_AGO, own)]
        self.plans[agreement] = ModelPlan(price, starts, ends, shares, died_on=self.died_on)

    @rule()
    def take_over_a_package(self) -> None:
        package = a_package(self.case, self.person, self.hours, starts=self.today)
        agreement = sign_agreement(
            by=self.case.social_worker,
            at=moment(self.today),
            contract_id=self.hours,
            person_id=self.person.id,
            source="package",
            source_id=package,
            starts=self.today,
            ends=None,
            terms={},
        )
        self.packages[agreement] = ModelPackage(self.rates, died_on=self.died_on)
        self.package_ids[agreement] = package

    @precondition(lambda self: self.packages)
    @rule(data=st.data(), back=st.integers(0, 60), minutes=st.integers(0, 90) | st.none())
    def record_a_visit(self, data, back: int, minutes: int | None) -> None:
        agreement = data.draw(st.sampled_from(sorted(self.packages)))
        model, package = self.packages[agreement], self.package_ids[agreement]
        day = self.today - timedelta(days=back)
        if day in model.visits or day < self._started(agreement):
            return
        a_visit(self.case, package, day, minutes, at=moment(self.today))
        model.visits[day] = minutes

    @rule(back=st.integers(-40, 70), share=RETAINED, rate=st.sampled_from([1800, 2140, 2500]))
    def terms_change(self, back: int, share: str, rate: int) -> None:
        """Both contracts, from a day past or to come, on which nothing has changed yet."""
        day = self.today - timedelta(days=back)
        if day in {starts for starts, _ in self.shares}:
            return
        for contract, terms in (
            (self.contract, {"retention_share": Decimal(share)}),
            (self.hours, {"rate": Decimal(rate) / 100}),
        ):
            new_terms(
                by=self.case.commissioner,
                at=moment(self.today),
                contract_id=contract,
                starts=day,
                terms=terms,
            )
        self.shares.append((day, Fraction(share)))
        self.rates.append((day, rate))

    @precondition(lambda self: self._open())
    @rule(data=st.data(), back=st.integers(-40, 60))
    def end_an_agreement(self, data, back: int) -> None:
        agreement = data.draw(st.sampled_from(self._open()))
        on = max(self._started(agreement), self.today - timedelta(days=back))
        self._end(agreement, on, EndReason.MOVED)

    @precondition(lambda self: self._due())
    @rule(data=st.data(), tenths=st.tuples(st.integers(0, 10), st.integers(0, 10)))
    def judge_a_plan(self, data, tenths: tuple[int, int]) -> None:
        agreement = data.draw(st.sampled_from(self._due()))
        model, planned = self.plans[agreement], self.planned[agreement]
        self.findings[agreement] = judge(
            self.case, planned, tenths=tenths, on=self.today, at=moment(self.today)
        )
        if model.ended_on is None:
            self._end(agreement, max(model.ends, self.today), EndReason.REVIEWED)
        model.judged_on = self.today
        weights = (Fraction(6, 10), Fraction(4, 10))
        model.outcomes = [(w, t, "none") for w, t in zip(weights, tenths, strict=True)]

    @precondition(lambda self: self._contestable())
    @rule(data=st.data())
    def contest(self, data) -> None:
        agreement, i = data.draw(st.sampled_from(self._contestable()))
        made = contest_penalty(
            by=self.case.manager,
            at=moment(self.today),
            on=self.today,
            finding_id=self.findings[agreement][i],
            words="No.",
        )
        self.contests[made] = (agreement, i)
        self._stands(agreement, i, "contested")

    @precondition(lambda self: self.contests)
    @rule(data=st.data(), outcome=st.sampled_from([PenaltyState.UPHELD, PenaltyState.WITHDRAWN]))
    def decide(self, data, outcome: PenaltyState) -> None:
        contest = data.draw(st.sampled_from(sorted(self.contests)))
        agreement, i = self.contests.pop(contest)
        decide_contest(
            by=self.case.commissioner,
            at=moment(self.today),
            on=self.today,
            contest_id=contest,
            outcome=outcome,
            reason="So.",
        )
        self._stands(agreement, i, str(outcome))

    @precondition(lambda self: self.died_on is None)
    @rule(back=st.integers(0, 60))
    def she_died(self, back: int) -> None:
        """Told late or not, before or after what ended meanwhile; nobody ends an agreement."""
        self.died_on = self.today - timedelta(days=back)
        record_death(
            by=self.case.social_worker,
            at=moment(self.today),
            person_id=self.person.id,
            on=self.died_on,
        )
        for model in (*self.plans.values(), *self.packages.values()):
            model.died_on = self.died_on

    @rule(days=st.integers(1, 9))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)

    @precondition(lambda self: self.plans or self.packages)
    @rule(late=st.integers(0, 40), between=st.booleans())
    def run_the_next_period(self, late: int, between: bool) -> None:
        end = self.next + timedelta(days=28)
        self.today = max(self.today, end + timedelta(days=late))
        before = snapshot()
        at = moment(self.today)
        proposed = propose_run(by=self.case.finance, at=at, period_start=self.next)
        # After a death an end on a later day changes no figure.
        if between and self._open() and self.died_on is None:
            self._end(self._open()[0], self.next + timedelta(days=20), EndReason.MOVED)
            with pytest.raises(FactsChanged):
                release_run(by=self.case.finance_two, at=at, run_id=proposed.run_id)
            proposed = propose_run(by=self.case.finance, at=at, period_start=self.next)
        release_run(by=self.case.finance_two, at=at, run_id=proposed.run_id)
        self.next = end
        self._equals_the_model(end - timedelta(days=1))
        check_invariants(before)

    def _equals_the_model(self, until: date) -> None:
        costs = Posting.objects.of(self.case.council_id).filter(account__startswith="expense:")
        posted: dict[int, int] = {}
        for agreement, pence in costs.filter(entry__agreement__isnull=False).values_list(
            "entry__agreement_id", "pence"
        ):
            posted[agreement] = posted.get(agreement, 0) + pence
        right = {a: m.owed(until) for a, m in {**self.plans, **self.packages}.items()}
        assert posted == {a: pence for a, pence in right.items() if pence or a in posted}
        must_equal_the_ledger(self.case.council_id, period_from(until - timedelta(days=27)))

    def _started(self, agreement: int) -> date:
        if agreement in self.plans:
            return self.plans[agreement].starts
        return self.starts_of_packages()[agreement]

    def starts_of_packages(self) -> dict[int, date]:
        from whatmatters.commissioning.queries import agreement_facts

        return {f.id: f.starts for f in agreement_facts(self.case.council_id, ids=self.packages)}

    def _open(self) -> list[int]:
        every = {**self.plans, **self.packages}
        return sorted(a for a, m in every.items() if m.ended_on is None)

    def _due(self) -> list[int]:
        return sorted(
            a
            for a, m in self.plans.items()
            if m.judged_on is None
            and m.ends <= self.today
            and (m.ended_on is None or m.ended_on >= m.ends)
        )

    def _contestable(self) -> list[tuple[int, int]]:
        return [
            (agreement, i)
            for agreement, model in sorted(self.plans.items())
            for i, (_, tenths, state) in enumerate(model.outcomes)
            if state == "none" and tenths < 10
        ]

    def _end(self, agreement: int, on: date, reason: EndReason) -> None:
        on = max(on, self._started(agreement))
        end_agreement(
            by=self.case.social_worker,
            at=moment(self.today),
            agreement_id=agreement,
            on=on,
            reason=reason,
        )
        {**self.plans, **self.packages}[agreement].ended_on = on

    def _stands(self, agreement: int, i: int, state: str) -> None:
        model = self.plans[agreement]
        weight, tenths, _ = model.outcomes[i]
        model.outcomes[i] = (weight, tenths, state)


def test_totals_equal_a_recomputation_from_scratch(db: None) -> None:
    run_state_machine_as_test(
        Money, settings=settings(max_examples=12 * CAMPAIGN, stateful_step_count=30)
    )
