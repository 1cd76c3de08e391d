"""The other ways of paying, in any order of facts: what was posted equals a recomputation (R3).

Bundles, funds, blocks, short-term support and direct payments of one council, each of somebody of
her own. The full size by command:

    WHATMATTERS_CAMPAIGN=150 .venv/bin/pytest tests/payments/test_other_ways_any_order.py
"""

from datetime import date, timedelta
from decimal import Decimal
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

from tests.fixtures.blocked import terms as block_terms
from tests.fixtures.campaign import CAMPAIGN
from tests.fixtures.case import a_case, a_person, moment
from tests.fixtures.direct import a_direct
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.money import ANCHOR, a_contract
from tests.fixtures.other_ways_model import ModelBundle, ModelDirect, ModelEpisode, ModelYear
from tests.fixtures.short import TERMS
from whatmatters.blocks.services import sign_block
from whatmatters.commissioning.models import Agreement
from whatmatters.delivery.services import BundleGiven, DayGiven, agree_bundles, record_bundle_days
from whatmatters.episodes.services import (
    EpisodeGiven,
    ReadingGiven,
    end_episode,
    extend_episode,
    open_episode,
    take_reading,
    tell_state,
)
from whatmatters.funds.services import FundGiven, open_fund
from whatmatters.home.services import someone_died
from whatmatters.payments.models import Posting
from whatmatters.payments.services import propose_run, release_run, set_calendar
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.episodes import ReadingKind

_codes = count(1)
# 13 x 3221457.46: the year of `tests/fixtures/blocked.py`, in pence.
BLOCK_YEAR = 41_878_947
WEEKS = timedelta(days=28)
STATES = st.sampled_from([EndState.INDEPENDENT, EndState.SMALLER, EndState.LARGER])


class OtherWays(RuleBasedStateMachine):
    """Facts arrive while periods are run; `today` only moves forward, what facts tell may not."""

    @initialize()
    def begin(self) -> None:
        self.case = a_case(f"Y{next(_codes):08d}")
        set_calendar(by=self.case.finance, at=moment(ANCHOR), anchor=ANCHOR)
        self.contracts = {
            model: a_contract(self.case, model=model, terms=terms)
            for model, terms in (
                ("bundled_hours", {}),
                ("individual_service_fund", {}),
                ("patch_block", block_terms()),
                ("short_term", TERMS),
            )
        }
        self.today = self.next = ANCHOR
        self.models: dict[int, ModelBundle | ModelYear | ModelEpisode | ModelDirect] = {}
        self.ids: dict[int, int] = {}  # by agreement, that of its own context

    def _holds(self, source: str, made: int, model) -> None:
        row = Agreement.objects.of(self.case.council_id).get(source=source, source_id=made)
        self.models[row.pk], self.ids[row.pk] = model, made

    def _of(self, kind: type) -> list[int]:
        return sorted(pk for pk, model in self.models.items() if isinstance(model, kind))

    def _by(self) -> dict[str, object]:
        return {"by": self.case.social_worker, "at": moment(self.today)}

    @rule(back=st.integers(0, 60))
    def open_a_bundle(self, back: int) -> None:
        starts = max(ANCHOR, self.today - timedelta(days=back))
        given = BundleGiven(
            a_person(self.case).id,
            self.contracts["bundled_hours"],
            starts,
            Decimal(10),
            Decimal("22.40"),
        )
        (made,) = agree_bundles(**self._by(), bundles=[given])
        self._holds("bundle", made, ModelBundle(starts))

    @precondition(lambda self: self._of(ModelBundle))
    @rule(data=st.data(), minutes=st.integers(0, 240), days=st.integers(1, 95))
    def days_are_told(self, data, minutes: int, days: int) -> None:
        agreement = data.draw(st.sampled_from(self._of(ModelBundle)))
        model = self.models[agreement]
        every = [self.today - timedelta(days=n) for n in range(days)]
        new = [day for day in every if day >= model.starts]
        told = [DayGiven(self.ids[agreement], day, minutes) for day in new]
        record_bundle_days(by=self.case.manager, at=moment(self.today), days=told)
        model.minutes |= dict.fromkeys(new, minutes)

    @rule(periods=st.integers(0, 2), pounds=st.sampled_from([15_000, 15_600, 99_999]))
    def open_a_fund(self, periods: int, pounds: int) -> None:
        starts = max(ANCHOR, self.next - periods * WEEKS)
        given = FundGiven(
            a_person(self.case).id,
            self.contracts["individual_service_fund"],
            starts,
            Decimal(pounds),
            {},
        )
        made = open_fund(**self._by(), given=given)
        self._holds("fund", made, ModelYear(starts, pounds * 100, ahead=True))

    @precondition(lambda self: not any(not m.ahead for m in self._years()))
    @rule(periods=st.integers(0, 2))
    def sign_a_block(self, periods: int) -> None:
        starts = max(ANCHOR, self.next - periods * WEEKS)
        made = sign_block(
            by=self.case.commissioner,
            at=moment(self.today),
            contract_id=self.contracts["patch_block"],
            year_starts=starts,
        )
        self._holds("block", made, ModelYear(starts, BLOCK_YEAR, ahead=False))

    def _years(self) -> list[ModelYear]:
        return [model for model in self.models.values() if isinstance(model, ModelYear)]

    @precondition(lambda self: self.today >= date(2026, 6, 28))
    @rule()
    def she_chooses_a_direct_payment(self) -> None:
        made = a_direct(self.case, a_person(self.case), on=self.today)
        self._holds("direct_payment", made, ModelDirect(date(2026, 6, 29)))

    @precondition(lambda self: self._alive())
    @rule(data=st.data(), back=st.integers(0, 60))
    def who_has_one_died(self, data, back: int) -> None:
        agreement = data.draw(st.sampled_from(self._alive()))
        on = max(date(2026, 6, 29), self.today - timedelta(days=back))
        if on > self.today:
            return
        person = Agreement.objects.get(pk=agreement).person_id
        someone_died(**self._by(), person_id=person, on=on)
        self.models[agreement].died_on = on

    def _alive(self) -> list[int]:
        return [pk for pk in self._of(ModelDirect) if self.models[pk].died_on is None]

    @rule(back=st.integers(0, 30))
    def open_an_episode(self, back: int) -> None:
        starts = max(ANCHOR, self.today - timedelta(days=back))
        given = EpisodeGiven(a_person(self.case).id, self.contracts["short_term"], starts)
        made = open_episode(**self._by(), given=given)
        score = ReadingGiven(made, ReadingKind.BASELINE, starts, "barthel/20", 12)
        take_reading(**self._by(), given=score)
        self._holds("episode", made, ModelEpisode(starts))

    @precondition(lambda self: self._episodes(ended=False))
    @rule(data=st.data())
    def it_is_extended(self, data) -> None:
        agreement = data.draw(st.sampled_from(self._episodes(ended=False)))
        model = self.models[agreement]
        if model.extended:
            return
        on = min(self.today, model.starts + timedelta(days=20))
        extend_episode(**self._by(), episode_id=self.ids[agreement], on=on, why="Late")
        model.extended = True

    @precondition(lambda self: self._episodes(ended=False))
    @rule(data=st.data(), days=st.integers(0, 27), state=STATES)
    def it_ends(self, data, days: int, state: EndState) -> None:
        agreement = data.draw(st.sampled_from(self._episodes(ended=False)))
        model = self.models[agreement]
        days = min(days, 27 if model.extended else 20)
        on = min(self.today, model.starts + timedelta(days=days))
        end_episode(**self._by(), episode_id=self.ids[agreement], on=on, state=state)
        model.ended_on, model.state = on, str(state)

    @precondition(lambda self: self._episodes(ended=True))
    @rule(data=st.data(), state=STATES)
    def how_it_ended_is_told_anew(self, data, state: EndState) -> None:
        agreement = data.draw(st.sampled_from(self._episodes(ended=True)))
        model = self.models[agreement]
        if model.state != state:
            tell_state(**self._by(), episode_id=self.ids[agreement], state=state)
            model.state = str(state)

    @precondition(lambda self: self._episodes(ended=True))
    @rule(data=st.data())
    def it_is_followed_up(self, data) -> None:
        agreement = data.draw(st.sampled_from(self._episodes(ended=True)))
        model = self.models[agreement]
        if model.followed_up_on is None and self.today > model.ended_on:
            made = self.ids[agreement]
            score = ReadingGiven(made, ReadingKind.FOLLOW_UP, self.today, "barthel/20", 15)
            take_reading(**self._by(), given=score)
            model.followed_up_on = self.today

    def _episodes(self, *, ended: bool) -> list[int]:
        held = self._of(ModelEpisode)
        return [pk for pk in held if (self.models[pk].ended_on is not None) is ended]

    @rule(days=st.integers(1, 20))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)

    @precondition(lambda self: self.models)
    @rule(late=st.integers(0, 20))
    def run_the_next_period(self, late: int) -> None:
        end = self.next + WEEKS
        self.today = max(self.today, end + timedelta(days=late))
        before, at = snapshot(), moment(self.today)
        proposed = propose_run(by=self.case.finance, at=at, period_start=self.next)
        release_run(by=self.case.finance_two, at=at, run_id=proposed.run_id)
        self.next = end
        self._equals_the_model(end - timedelta(days=1))
        check_invariants(before)

    def _equals_the_model(self, until: date) -> None:
        costs = Posting.objects.of(self.case.council_id).filter(account__startswith="expense:")
        told = costs.filter(entry__agreement__in=list(self.models))
        posted: dict[int, int] = {}
        for agreement, pence in told.values_list("entry__agreement_id", "pence"):
            posted[agreement] = posted.get(agreement, 0) + pence
        right = {pk: model.owed(until) for pk, model in self.models.items()}
        assert posted == {pk: pence for pk, pence in right.items() if pence or pk in posted}


def test_totals_of_the_other_ways_equal_a_recomputation_from_scratch(db: None) -> None:
    run_state_machine_as_test(
        OtherWays, settings=settings(max_examples=4 * CAMPAIGN, stateful_step_count=40)
    )
