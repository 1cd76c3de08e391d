"""A short-term episode paid from records: by its days, its end, and its follow-up.

1050.00 for 21 days: 5000 pence a day. From 20 April: 14 days in the first period, 7 in the next.
"""

from datetime import date, timedelta

import pytest

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR, a_contract, run_period
from tests.fixtures.paying import PERIODS, lines
from tests.fixtures.short import CLOCK, FIRST, MODEL, TERMS, an_episode, read
from whatmatters.episodes.services import (
    end_episode,
    extend_episode,
    strike_reading,
    tell_state,
)
from whatmatters.home.services import someone_died
from whatmatters.payments.queries import run
from whatmatters.payments.services import set_calendar
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.episodes import ReadingKind

DAYS, QUALITY = "short_term.instalment", "short_term.quality"
APRIL, MAY, JUNE, JUNE_29 = PERIODS[:4]


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def _run(case: Case, start: date) -> list[tuple[str, date, int]]:
    """Lines of episodes in a run: rule, period, pence."""
    found = lines(case, run_period(case, start))
    return [(rule, of, pence) for rule, of, pence, *_ in found if rule.startswith("short_term")]


def _end(case: Case, episode: int, on: date, state: EndState, at: date | None = None) -> None:
    end_episode(by=case.social_worker, at=moment(at or on), episode_id=episode, on=on, state=state)


def test_its_days_are_paid_and_its_follow_up_months_later(case: Case, person: Somebody) -> None:
    episode = an_episode(case, person)
    read(case, episode, ReadingKind.BASELINE, FIRST, 12)
    assert _run(case, APRIL) == [(DAYS, APRIL, 70_000)]
    _end(case, episode, CLOCK, EndState.SMALLER)
    assert _run(case, MAY) == [(DAYS, MAY, 35_000)]
    # Between that run's last day and its release: it is for the run after, once.
    on = date(2026, 6, 29)
    read(case, episode, ReadingKind.FOLLOW_UP, on, 17)
    assert _run(case, JUNE) == []
    assert _run(case, JUNE_29) == [(QUALITY, JUNE_29, 7_500)]  # 150.00 x 0.5
    assert _run(case, PERIODS[4]) == []
    check_invariants()


def test_the_week_more_is_paid_like_the_others(case: Case, person: Somebody) -> None:
    episode = an_episode(case, person)
    assert _run(case, APRIL) == [(DAYS, APRIL, 70_000)]
    ask = {"by": case.social_worker, "at": moment(CLOCK), "on": CLOCK}
    extend_episode(**ask, episode_id=episode, why="The rail came late")
    # 1050 + 1050 / 3 = 1400.00 over 28 days: still 5000 a day.
    assert _run(case, MAY) == [(DAYS, MAY, 70_000)]
    # Nobody told its end: the clock has run out, and nothing more is paid.
    assert _run(case, JUNE) == []


def test_who_manages_early_earns_the_whole_price_and_telling_it_anew_puts_it_right(
    case: Case, person: Somebody
) -> None:
    episode = an_episode(case, person)
    _end(case, episode, date(2026, 4, 29), EndState.INDEPENDENT)
    assert _run(case, APRIL) == [(DAYS, APRIL, 105_000)]
    at = moment(MAY + timedelta(days=7))
    tell_state(by=case.social_worker, at=at, episode_id=episode, state=EndState.READMITTED)
    # Ten days were: 50000 are earned, 55000 come back.
    assert _run(case, MAY) == [(DAYS, APRIL, -55_000)]
    assert _run(case, JUNE) == []
    check_invariants()


def test_a_follow_up_that_was_wrong_is_taken_back(case: Case, person: Somebody) -> None:
    episode = an_episode(case, person)
    read(case, episode, ReadingKind.BASELINE, FIRST, 12)
    _end(case, episode, CLOCK, EndState.INDEPENDENT)
    wrong = read(case, episode, ReadingKind.FOLLOW_UP, date(2026, 5, 20), 18)
    _run(case, APRIL)
    assert _run(case, MAY) == [(DAYS, MAY, 35_000), (QUALITY, MAY, 15_000)]
    strike_reading(by=case.social_worker, at=moment(date(2026, 6, 10)), reading_id=wrong)
    read(case, episode, ReadingKind.FOLLOW_UP, date(2026, 6, 12), 17)
    assert _run(case, JUNE) == [(QUALITY, JUNE, 15_000), (QUALITY, MAY, -15_000)]


def test_a_death_pays_the_days_that_were_though_it_is_told_late(
    case: Case, person: Somebody
) -> None:
    episode = an_episode(case, person)
    _run(case, APRIL)
    _end(case, episode, date(2026, 5, 7), EndState.INDEPENDENT)
    assert _run(case, MAY) == [(DAYS, MAY, 35_000)]  # the whole price
    told = {"by": case.social_worker, "at": moment(JUNE + timedelta(days=3))}
    someone_died(**told, person_id=person.id, on=date(2026, 5, 5))
    # 16 days, the day of death included: 80000. 105000 were paid.
    assert _run(case, JUNE) == [(DAYS, MAY, -25_000)]
    check_invariants()


def test_payers_pay_by_their_shares_and_one_that_never_began_is_never_paid(case: Case) -> None:
    contract = a_contract(case, model=MODEL, terms=TERMS, shares=((7, 10), (3, 10)))
    an_episode(case, a_person(case), contract=contract)
    never = an_episode(case, a_person(case), contract=contract)
    _end(case, never, FIRST - timedelta(days=1), EndState.INDEPENDENT, at=FIRST)
    shown = run(case.council_id, run_period(case, APRIL))
    assert shown is not None
    assert sorted(one.pence for one in shown.lines) == [21_000, 49_000]
