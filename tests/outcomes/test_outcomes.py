"""Outcomes: a test and weeks, two reasons to be payable, and the person's to let go."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.campaign import CAMPAIGN
from tests.fixtures.case import (
    STARTS,
    a_case,
    a_contract,
    a_draft,
    a_new_outcome,
    a_person,
    an_actor,
    moment,
    outcomes_for,
)
from tests.fixtures.whole import refused
from whatmatters.outcomes.queries import (
    notes_of,
    off_track_days,
    off_track_of,
    outcome_facts,
    outcome_moves,
    outcomes_of,
)
from whatmatters.outcomes.services import (
    AlreadyPayable,
    NewNote,
    OffTrackDatedBack,
    OutcomeMoved,
    OutcomeNotActive,
    OutcomeOfAnother,
    PayableBecause,
    PayableNeedsBothReasons,
    PersonHasDied,
    ProxyNotNamed,
    TestMissing,
    VoiceRefused,
    WeeksMissing,
    make_payable,
    move_outcomes,
    note_progress,
    record_off_track,
    replace_outcome,
    retire_outcome,
    set_outcomes,
)
from whatmatters.people.services import NewDecider, appoint_deciders, record_death
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.lifecycles import OUTCOME_MOVES, MoveRefusedError, OutcomeState
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Authority, Language, Speaker
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role

pytestmark = pytest.mark.django_db
AT = moment(STARTS)
DAY = timedelta(days=1)


def put(case, *new, at=AT):
    return set_outcomes(by=case.social_worker, at=at, outcomes=list(new))


def test_an_outcome_keeps_own_words_test_weeks_and_reasons():
    case = a_case()
    mair = a_person(case)
    (pk,) = put(case, a_new_outcome(mair.id, "Cerdded i'r capel, fel <b>erstalwm</b>"))
    found = outcome_facts([pk])[pk]
    assert found.statement == "Cerdded i'r capel, fel <b>erstalwm</b>"
    assert (found.target_weeks, found.kind, found.state) == (12, "improvement", "active")
    assert found.payable is not None
    assert found.payable.observable == "Everybody at chapel sees it"
    assert [m.to for m in outcome_moves([pk])[pk]] == ["active"]


@pytest.mark.parametrize("test", ["", " ", "\u200b"])
def test_an_outcome_without_a_test_is_refused(test):
    case = a_case()
    mair = a_person(case)
    with refused(TestMissing):
        put(case, a_new_outcome(mair.id), replace(a_new_outcome(mair.id), test=test))


@pytest.mark.parametrize("weeks", [0, -1, 521])
def test_an_outcome_without_weeks_is_refused(weeks):
    case = a_case()
    mair = a_person(case)
    with refused(WeeksMissing, weeks=weeks):
        put(case, replace(a_new_outcome(mair.id), target_weeks=weeks))


@pytest.mark.parametrize(
    ("observable", "attributable", "missing"),
    [("", "theirs", "observable"), ("seen", " ", "attributable"), ("", "", "observable")],
)
def test_payable_without_both_reasons_is_refused(observable, attributable, missing):
    case = a_case()
    mair = a_person(case)
    because = PayableBecause(observable, attributable)
    with refused(PayableNeedsBothReasons, field=missing):
        put(case, replace(a_new_outcome(mair.id), payable=because))
    (pk,) = put(case, replace(a_new_outcome(mair.id), payable=None))
    with refused(PayableNeedsBothReasons, field=missing):
        make_payable(by=case.social_worker, at=AT, outcome_id=pk, because=because)


def test_reasons_are_written_once():
    case = a_case()
    mair = a_person(case)
    (pk,) = put(case, replace(a_new_outcome(mair.id), payable=None))
    because = PayableBecause("seen", "theirs")
    make_payable(by=case.social_worker, at=AT, outcome_id=pk, because=because)
    with refused(AlreadyPayable, outcome_id=pk):
        make_payable(by=case.social_worker, at=AT, outcome_id=pk, because=because)


def test_the_person_lets_an_outcome_go_at_any_time():
    case = a_case()
    mair = a_person(case)
    (pk,) = put(case, a_new_outcome(mair.id))
    retire_outcome(by=mair.actor, at=AT, on=STARTS, outcome_id=pk)
    found = outcome_facts([pk])[pk]
    assert (found.state, found.retired_on) == ("retired", STARTS)
    assert [(m.to, m.by_id) for m in outcome_moves([pk])[pk]] == [
        ("active", case.social_worker.user_id),
        ("retired", mair.actor.user_id),
    ]


def test_nobody_else_lets_it_go_for_her():
    case = a_case()
    mair, ann = a_person(case), a_person(case, "Ann Ellis")
    (pk,) = put(case, a_new_outcome(mair.id))
    for actor in (case.manager, case.social_worker, case.commissioner, ann.actor):
        with refused(VoiceRefused, party="person"):
            retire_outcome(by=actor, at=AT, on=STARTS, outcome_id=pk)


def test_who_decides_for_her_lets_it_go_by_the_recorded_authority():
    case = a_case()
    mair = a_person(case)
    (pk,) = put(case, a_new_outcome(mair.id))
    son = an_actor(case.system, Role.FAMILY, None)
    new = [NewDecider(mair.id, son.user_id, Authority.ATTORNEY, STARTS)]
    appoint_deciders(by=case.social_worker, at=AT, deciders=new)
    for claimed in (Authority.DEPUTY, Authority.OWN):
        with refused(VoiceRefused, party="person"):
            retire_outcome(by=son, at=AT, on=STARTS, outcome_id=pk, authority=claimed)
    with refused(VoiceRefused, party="person"):
        retire_outcome(by=son, at=AT, on=STARTS - DAY, outcome_id=pk)
    retire_outcome(by=son, at=AT, on=STARTS, outcome_id=pk)
    assert outcome_facts([pk])[pk].state == "retired"


def test_the_person_puts_another_outcome_in_its_place():
    case = a_case()
    mair, ann = a_person(case), a_person(case, "Ann Ellis")
    (old,) = put(case, a_new_outcome(mair.id))
    asked = {"by": mair.actor, "at": AT, "on": STARTS, "outcome_id": old}
    with refused(OutcomeOfAnother, person_id=ann.id):
        replace_outcome(new=a_new_outcome(ann.id), **asked)
    with refused(TestMissing):
        replace_outcome(new=replace(a_new_outcome(mair.id), test=""), **asked)
    new = replace_outcome(new=a_new_outcome(mair.id, "Sing in the choir"), **asked)
    found = outcome_facts([old, new])
    assert (found[old].state, found[new].replaces_id) == ("replaced", old)
    with refused(MoveRefusedError, now="replaced", to="retired"):
        retire_outcome(by=mair.actor, at=AT, on=STARTS, outcome_id=old)


def test_any_of_the_three_says_off_track_and_the_first_day_counts():
    case = a_case()
    mair = a_person(case)
    ids = outcomes_for(case, mair.id)
    (pk,) = put(case, a_new_outcome(mair.id))
    for actor, party, on in (
        (case.social_worker, Party.COUNCIL, STARTS + 2 * DAY),
        (mair.actor, Party.PERSON, STARTS + DAY),
    ):
        record_off_track(
            by=actor, at=moment(on), on=on, outcome_id=pk, party=party, words="Not yet"
        )
    with refused(VoiceRefused, party="provider"):
        record_off_track(by=case.manager, at=AT, on=STARTS, outcome_id=pk, party=Party.PROVIDER)
    assert off_track_days([pk, ids[0]]) == {pk: STARTS + DAY}
    assert [o.party for o in off_track_of([pk])[pk]] == ["person", "council"]
    assert [n.off_track for n in notes_of([pk])[pk]] == [(Party.COUNCIL,), (Party.PERSON,)]


def test_the_provider_of_its_plan_says_off_track():
    case = a_case()
    mair = a_person(case)
    a_draft(case, mair.id, a_contract(case))
    (pk, _) = sorted(o.id for o in outcomes_of([mair.id])[mair.id])
    record_off_track(by=case.manager, at=AT, on=STARTS, outcome_id=pk, party=Party.PROVIDER)
    with refused(VoiceRefused, party="council"):
        record_off_track(by=case.manager, at=AT, on=STARTS, outcome_id=pk, party=Party.COUNCIL)
    with refused(VoiceRefused, party="provider"):
        record_off_track(by=case.team_member, at=AT, on=STARTS, outcome_id=pk, party=Party.PROVIDER)
    assert off_track_days([pk]) == {pk: STARTS}


def test_off_track_is_never_ahead_before_or_after():
    case = a_case()
    mair = a_person(case)
    (pk,) = put(case, a_new_outcome(mair.id))
    said = {"by": mair.actor, "at": AT, "outcome_id": pk, "party": Party.PERSON}
    with refused(DayNotReached):
        record_off_track(on=STARTS + DAY, **said)
    with refused(OffTrackDatedBack):
        record_off_track(on=STARTS - 11 * DAY, **said)
    retire_outcome(by=mair.actor, at=AT, on=STARTS, outcome_id=pk)
    with refused(OutcomeNotActive, state="retired"):
        record_off_track(on=STARTS, **said)


def test_progress_is_noted_in_somebodys_words():
    case = a_case()
    mair = a_person(case)
    (pk,) = put(case, a_new_outcome(mair.id))
    note = NewNote(pk, STARTS, "Twice this week", Language.ENGLISH, Speaker.OWN_WORDS)
    note_progress(by=case.team_member, at=AT, notes=[note])
    assert [n.words for n in notes_of([pk])[pk]] == ["Twice this week"]
    with refused(ProxyNotNamed):
        note_progress(by=case.team_member, at=AT, notes=[replace(note, speaker=Speaker.PROXY)])
    with refused(Absent, what="outcome", id=pk + 999):
        note_progress(by=case.team_member, at=AT, notes=[note, replace(note, outcome_id=pk + 999)])


def test_nothing_is_set_for_somebody_who_has_died():
    case = a_case()
    mair = a_person(case)
    died = STARTS - 20 * DAY
    record_death(by=case.social_worker, at=AT, person_id=mair.id, on=died)
    with refused(PersonHasDied, person_id=mair.id, on=died):
        put(case, a_new_outcome(mair.id))


def test_an_outcome_of_another_council_is_absent():
    case, other = a_case(), a_case("E06000054", "england")
    theirs = a_person(other)
    (pk,) = put(other, a_new_outcome(theirs.id))
    with refused(Absent, what="outcome", id=pk):
        retire_outcome(by=case.social_worker, at=AT, on=STARTS, outcome_id=pk)
    with refused(Absent, what="person", id=theirs.id):
        put(case, a_new_outcome(theirs.id))


def test_many_outcomes_are_set_and_read_with_few_queries(django_assert_max_num_queries):
    case = a_case()
    people = [a_person(case, f"Person {n}") for n in range(5)]
    new = [a_new_outcome(p.id, f"Outcome {n}") for p in people for n in range(8)]
    with django_assert_max_num_queries(12):
        ids = put(case, *new)
    with django_assert_max_num_queries(1):
        found = outcomes_of([p.id for p in people])
    assert sum(len(held) for held in found.values()) == len(ids) == 40


@settings(max_examples=6 * CAMPAIGN)
@given(st.lists(st.sampled_from(OutcomeState), max_size=6))
def test_an_outcome_only_makes_moves_that_are_in_the_table(wanted):
    with transaction.atomic():
        case = a_case()
        mair = a_person(case)
        (pk,) = put(case, a_new_outcome(mair.id))
        now, made = OutcomeState.ACTIVE, [OutcomeState.ACTIVE]
        for to in wanted:
            moves = [OutcomeMoved(pk, to, "tried")]
            if to in OUTCOME_MOVES[now]:
                move_outcomes(by=case.social_worker, at=AT, on=STARTS, moves=moves)
                now = to
                made.append(to)
            else:
                with pytest.raises(MoveRefusedError):
                    move_outcomes(by=case.social_worker, at=AT, on=STARTS, moves=moves)
        assert outcome_facts([pk])[pk].state is now
        assert [m.to for m in outcome_moves([pk])[pk]] == made
        transaction.set_rollback(True)
