"""An episode: opened for anybody, extended once, read with one instrument, ended one way."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.money import a_contract
from tests.fixtures.short import (
    CLOCK,
    FIRST,
    MODEL,
    NEADL,
    TERMS,
    an_episode,
    given,
    read,
)
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.episodes.models import EndStateTold, Extension, Reading
from whatmatters.episodes.queries import episode_facts, readings_of
from whatmatters.episodes.queries.refusals import (
    AfterDeath,
    DeathIsRecorded,
    EpisodeNotAllowed,
    EpisodeNotOver,
    EpisodeOver,
    EpisodeUnended,
    FollowUpStands,
    FollowUpTooEarly,
    NoBaseline,
    NobodyToFollow,
    NoSuchInstrument,
    NotForEpisodes,
    OtherInstrument,
    OutsideContract,
    OutsideEpisode,
    ReadAlready,
    ReadingStruck,
    ScoreImpossible,
    SecondExtension,
    TermsLeftOut,
)
from whatmatters.episodes.services import (
    end_episode,
    extend_episode,
    open_episode,
    strike_reading,
    tell_state,
)
from whatmatters.home.services import no_longer_needed, someone_died, someone_moved
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.episodes import ReadingKind, Stands
from whatmatters.rules.refusals import Absent
from whatmatters.rules.word_refusals import WordsMissing

BASELINE, FOLLOW_UP = ReadingKind.BASELINE, ReadingKind.FOLLOW_UP
LONGER, LATER = date(2026, 5, 17), date(2026, 8, 3)


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def _facts(case: Case, episode: int):
    (facts,) = episode_facts(case.council_id, ids=[episode])
    return facts


def _end(case: Case, episode: int, on: date = CLOCK, state=EndState.SMALLER) -> None:
    end_episode(by=case.social_worker, at=moment(on), episode_id=episode, on=on, state=state)


def test_it_is_opened_without_a_plan_or_a_decision_and_its_clock_is_three_weeks(
    case: Case, person: Somebody
) -> None:
    facts = _facts(case, an_episode(case, person))
    assert (facts.starts, facts.last, facts.ends, facts.state) == (FIRST, CLOCK, None, None)
    days = (FIRST - timedelta(days=1), FIRST, CLOCK, CLOCK + timedelta(days=1))
    assert [facts.stands(on) for on in days] == [
        Stands.TO_BEGIN,
        Stands.RUNS,
        Stands.RUNS,
        Stands.WAITS,
    ]


def test_who_may_not_and_what_is_missing_is_refused_by_name(case: Case, person: Somebody) -> None:
    who = {"by": case.social_worker, "at": moment(FIRST)}
    for nobody in (person.actor, case.manager, case.finance):
        with pytest.raises(EpisodeNotAllowed):
            open_episode(by=nobody, at=moment(FIRST), given=given(case, person))
    wrong, empty = a_contract(case, model="outcome_payments"), a_contract(case, model=MODEL)
    with pytest.raises(NotForEpisodes):
        open_episode(**who, given=given(case, person, contract=wrong))
    with pytest.raises(TermsLeftOut):
        open_episode(**who, given=given(case, person, contract=empty))
    without = {key: TERMS[key] for key in ("price", "quality_element")}
    with pytest.raises(TermsLeftOut):
        open_episode(**who, given=given(case, person, contract=empty, **without, quality_table={}))
    with pytest.raises(OutsideContract):
        open_episode(**who, given=given(case, person, starts=date(2026, 1, 4)))
    with pytest.raises(Absent):
        open_episode(**who, given=given(case, person, contract=999_999))
    assert episode_facts(case.council_id) == ()
    open_episode(**who, given=given(case, person, contract=empty, **TERMS))


def test_it_is_made_longer_once_while_it_runs_for_a_reason(case: Case, person: Somebody) -> None:
    episode = an_episode(case, person)
    ask = {"by": case.social_worker, "at": moment(CLOCK), "episode_id": episode}
    with pytest.raises(WordsMissing):
        extend_episode(**ask, on=CLOCK, why=" ")
    with pytest.raises(DayNotReached):
        extend_episode(**ask, on=LONGER, why="The rail came late")
    late = {**ask, "at": moment(LONGER)}
    with pytest.raises(OutsideEpisode):  # its clock had run out
        extend_episode(**late, on=LONGER, why="The rail came late")
    extend_episode(**ask, on=CLOCK, why="The rail came late")
    assert _facts(case, episode).last == LONGER
    with pytest.raises(SecondExtension):
        extend_episode(**ask, on=CLOCK, why="And again")
    # The database refuses it too, whoever writes it.
    with pytest.raises(IntegrityError), transaction.atomic():
        Extension.objects.create(
            council_id=case.council_id,
            by_id=case.social_worker.user_id,
            at=moment(CLOCK),
            episode_id=episode,
            on=CLOCK,
            why="And again",
        )


def test_its_end_is_told_before_another_begins(case: Case, person: Somebody) -> None:
    episode = an_episode(case, person)
    contract = a_contract(case, model=MODEL, terms=TERMS)
    with pytest.raises(EpisodeUnended):  # its clock ran out long ago, and nobody told its end
        an_episode(case, person, starts=LATER, contract=contract, on=LATER)
    end = {"by": case.social_worker, "at": moment(LATER), "episode_id": episode}
    for on in (FIRST - timedelta(days=2), LONGER):
        with pytest.raises(OutsideEpisode):
            end_episode(**end, on=on, state=EndState.SAME)
    with pytest.raises(DeathIsRecorded):
        end_episode(**end, on=CLOCK, state=EndState.DIED)
    with pytest.raises(EpisodeNotOver):
        tell_state(by=case.social_worker, at=moment(LATER), episode_id=episode, state=EndState.SAME)
    _end(case, episode)
    with pytest.raises(EpisodeOver):
        _end(case, episode)
    with pytest.raises(EpisodeOver):
        extend_episode(
            by=case.social_worker, at=moment(CLOCK), episode_id=episode, on=CLOCK, why="x"
        )
    with pytest.raises(EpisodeUnended):  # they would lie on one another
        an_episode(case, person, starts=CLOCK, contract=contract, on=LATER)
    an_episode(case, person, starts=LATER, contract=contract, on=LATER)


def test_how_it_ended_is_told_anew_and_what_was_told_stays(case: Case, person: Somebody) -> None:
    episode = an_episode(case, person)
    _end(case, episode, state=EndState.UNKNOWN)
    tell_state(by=case.commissioner, at=moment(LATER), episode_id=episode, state=EndState.SAME)
    assert _facts(case, episode).state is EndState.SAME
    told = EndStateTold.objects.order_by("place").values_list("place", "state")
    assert list(told) == [(1, "unknown"), (2, "same")]
    with pytest.raises(EpisodeNotAllowed):  # who is paid by it does not tell it
        tell_state(
            by=case.manager, at=moment(LATER), episode_id=episode, state=EndState.INDEPENDENT
        )


def test_baseline_and_follow_up_are_read_with_one_instrument(case: Case, person: Somebody) -> None:
    episode = an_episode(case, person)
    with pytest.raises(NoBaseline):
        read(case, episode, FOLLOW_UP, FIRST, 12)
    with pytest.raises(NoSuchInstrument):
        read(case, episode, BASELINE, FIRST, 12, "barthel/100")
    with pytest.raises(ScoreImpossible):
        read(case, episode, BASELINE, FIRST, 21)
    with pytest.raises(OutsideEpisode):
        read(case, episode, BASELINE, LONGER, 12)
    baseline = read(case, episode, BASELINE, FIRST, 12)
    with pytest.raises(ReadAlready):
        read(case, episode, BASELINE, FIRST, 13)
    with pytest.raises(FollowUpTooEarly):
        read(case, episode, FOLLOW_UP, FIRST, 13)
    _end(case, episode)
    with pytest.raises(OtherInstrument):
        read(case, episode, FOLLOW_UP, LATER, 50, NEADL)
    follow_up = read(case, episode, FOLLOW_UP, LATER, 17)
    strike = {"by": case.social_worker, "at": moment(LATER)}
    with pytest.raises(FollowUpStands):
        strike_reading(**strike, reading_id=baseline)
    strike_reading(**strike, reading_id=follow_up)
    with pytest.raises(ReadingStruck):
        strike_reading(**strike, reading_id=follow_up)
    read(case, episode, FOLLOW_UP, LATER, 16)
    assert [(one.score, one.counts) for one in readings_of(episode)] == [
        (12, True),
        (17, False),
        (16, True),
    ]
    # The database refuses another version beside this baseline, whoever writes it.
    row = Reading.objects.get(score=16)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reading.objects.filter(pk=row.pk).update(edition="10")


def test_a_death_a_move_and_a_closed_case_end_it(case: Case) -> None:
    on = date(2026, 4, 30)
    by = {"by": case.social_worker, "at": moment(on), "on": on}
    found = []
    for close in (someone_died, someone_moved, no_longer_needed):
        who = a_person(case)
        found.append(an_episode(case, who))
        close(**by, person_id=who.id)
    told = [_facts(case, one) for one in found]
    assert [(one.ends, one.state) for one in told] == [
        (on, EndState.DIED),
        (on, EndState.OTHER),
        (on, EndState.UNKNOWN),
    ]
    with pytest.raises(DeathIsRecorded):
        tell_state(by=case.social_worker, at=moment(on), episode_id=found[0], state=EndState.SAME)


def test_a_death_told_late_is_how_it_ended_and_one_after_its_end_is_not(case: Case) -> None:
    inside, after = a_person(case), a_person(case)
    first, second = an_episode(case, inside), an_episode(case, after)
    for one in (first, second):
        read(case, one, BASELINE, FIRST, 12)
        _end(case, one, state=EndState.INDEPENDENT)
    told = {"by": case.social_worker, "at": moment(LATER)}
    someone_died(**told, person_id=inside.id, on=date(2026, 5, 1))
    someone_died(**told, person_id=after.id, on=LONGER)
    assert _facts(case, first).state is EndState.DIED
    assert _facts(case, second).state is EndState.INDEPENDENT
    for one in (first, second):
        with pytest.raises(NobodyToFollow):
            read(case, one, FOLLOW_UP, LATER, 12)


def test_one_that_was_to_begin_never_does(case: Case, person: Somebody) -> None:
    episode = an_episode(case, person, starts=LATER, on=FIRST)
    no_longer_needed(by=case.social_worker, at=moment(FIRST), person_id=person.id, on=FIRST)
    assert _facts(case, episode).stands(LATER) is Stands.NEVER_BEGAN


def test_what_was_before_a_death_that_was_told_first_is_written_afterwards(case: Case) -> None:
    """Up to the day of the death, which is how it ended where it falls in its days."""
    inside, longer, after = (a_person(case) for _ in range(3))
    told = {"by": case.social_worker, "at": moment(LATER)}
    on, last = date(2026, 5, 1), date(2026, 5, 14)
    for who, died in ((inside, on), (longer, last), (after, LATER)):
        someone_died(**told, person_id=who.id, on=died)
    first, second, third = (an_episode(case, who, on=LATER) for who in (inside, longer, after))
    assert (_facts(case, first).ends, _facts(case, first).state) == (on, EndState.DIED)
    # In the fourth week, so that first the week more is written down.
    assert _facts(case, second).ends is None
    extend_episode(**told, episode_id=second, on=CLOCK, why="The rail came late")
    assert (_facts(case, second).ends, _facts(case, second).state) == (last, EndState.DIED)
    # Long after it: somebody knows how it ended.
    end_episode(**told, episode_id=third, on=CLOCK, state=EndState.INDEPENDENT)
    assert _facts(case, third).state is EndState.INDEPENDENT
    facts = {one.source_id: one.ended_on for one in agreement_facts(case.council_id)}
    assert [facts[one] for one in (first, second, third)] == [on, last, CLOCK]


def test_none_begins_after_a_death(case: Case, person: Somebody) -> None:
    died = FIRST - timedelta(days=1)
    someone_died(by=case.social_worker, at=moment(LATER), person_id=person.id, on=died)
    with pytest.raises(AfterDeath) as told:
        an_episode(case, person)
    assert told.value.params == {"field": "starts", "died": died}
    assert episode_facts(case.council_id) == ()
