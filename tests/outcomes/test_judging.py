"""Three answers held apart, sealed, each in its own voice and given once (R-WI-09)."""

from dataclasses import asdict
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.campaign import CAMPAIGN
from tests.fixtures.case import STARTS, a_person, an_actor, moment
from tests.fixtures.reviewed import AFTER, ENDS, Agreed, an_agreed, answered, opened, said
from whatmatters.access.models import AuditEvent
from whatmatters.outcomes.models import OutcomeAnswer
from whatmatters.outcomes.queries import disagreements, satisfactions
from whatmatters.outcomes.queries.judging import (
    judgement,
    judgements_of,
    judgements_open,
)
from whatmatters.outcomes.queries.timeline import timeline
from whatmatters.outcomes.services import (
    AnswerAlreadyGiven,
    OutcomeNotJudged,
    TimeToAnswerIsUp,
    answer_judgement,
    record_family_view,
    record_satisfaction,
)
from whatmatters.outcomes.services.outcomes import retire_outcome
from whatmatters.outcomes.services.voices import VoiceRefused
from whatmatters.rules.outcomes import Achievement, Party, Satisfaction
from whatmatters.rules.roles import Role

UNTIL = ENDS + timedelta(days=14)
CANARY = "geiriau cudd"


def whole(found: Agreed, tenths: int | None) -> dict[int, int | None]:
    """The same share for every outcome."""
    return dict.fromkeys(found.outcomes, tenths)


def everything_told(found: Agreed, on: date) -> str:
    """All that the queries say about the person's judgement on a day, as text."""
    council, person_id = found.case.council_id, found.person.id
    return str(
        [
            [asdict(view) for view in judgements_of(council, person_id, on=on)],
            judgements_open(council, on=on),
            disagreements(council, STARTS, UNTIL, on=on),
            satisfactions(council, STARTS, UNTIL, on=on),
            timeline(council, person_id),
            list(AuditEvent.objects.values_list("action", "subject", "why")),
        ]
    )


def test_nothing_of_a_sealed_answer_is_told_to_anybody(db: None) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    mine = [said(outcome, 7, CANARY) for outcome in found.outcomes]
    for party in (Party.PERSON, Party.PROVIDER):
        answer_judgement(
            by=found.voices()[party],
            at=moment(AFTER),
            judgement_id=judgement_id,
            party=party,
            answers=mine,
            on=AFTER,
        )
    told = {"by": found.person.actor, "at": moment(AFTER), "judgement_id": judgement_id}
    record_satisfaction(**told, answer=Satisfaction.DISSATISFIED, words=CANARY, on=AFTER)
    council = {**told, "by": found.case.social_worker}
    record_family_view(**council, name=CANARY, relationship="merch", words=CANARY, on=AFTER)
    view = judgement(found.case.council_id, judgement_id, on=UNTIL)
    assert view is not None
    assert view.sealed
    assert [(a.party, a.complete) for a in view.answered] == [("person", True), ("provider", True)]
    assert all(not outcome.answers for outcome in view.outcomes)
    assert CANARY not in everything_told(found, UNTIL)
    assert "dissatisfied" not in everything_told(found, UNTIL)
    # The control: the day after, the same questions tell all of it.
    assert CANARY in everything_told(found, UNTIL + timedelta(days=1))


@settings(max_examples=8 * CAMPAIGN)
@given(
    order=st.permutations(range(9)),
    many=st.integers(0, 9),
    shares=st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=9, max_size=9),
    after=st.integers(1, 19),
)
def test_sealed_answers_never_leak_and_their_order_does_not_matter(
    db: None, order: list[int], many: int, shares: list[int | None], after: int
) -> None:
    """Some of nine answers come, in any order; then somebody looks, before or after the time."""
    with transaction.atomic():
        found = an_agreed()
        judgement_id = opened(found)
        keys = [(party, outcome) for party in Party for outcome in found.outcomes]
        told = {keys[i]: shares[i] for i in order[:many]}
        for (party, outcome_id), tenths in told.items():
            answered(found, judgement_id, party, {outcome_id: tenths})
        on = ENDS + timedelta(days=after)
        view = judgement(found.case.council_id, judgement_id, on=on)
        transaction.set_rollback(True)
    assert view is not None
    assert view.sealed is (many < 9 and after <= 14)
    for outcome in view.outcomes:
        shown = {party: answer.tenths for party, answer in outcome.answers.items()}
        expected = {party: told.get((party, outcome.outcome_id)) for party in Party}
        assert shown == ({} if view.sealed else expected)
        said_so = {share for share in shown.values() if share is not None}
        assert outcome.disagreement is (len(said_so) > 1)


def test_all_in_breaks_the_seal_before_the_time_is_up(db: None) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    answered(found, judgement_id, Party.COUNCIL, whole(found, 5))
    answered(found, judgement_id, Party.PERSON, whole(found, 10))
    (waiting,) = judgements_open(found.case.council_id, on=AFTER)
    assert (waiting.sealed, waiting.waiting_for) == (True, {"provider"})
    answered(found, judgement_id, Party.PROVIDER, whole(found, None))
    view = judgement(found.case.council_id, judgement_id, on=AFTER)
    assert view is not None
    assert not view.sealed
    first = view.outcomes[0]
    assert {party: answer.tenths for party, answer in first.answers.items()} == {
        "person": 10,
        "provider": None,
        "council": 5,
    }
    assert first.answers[Party.PERSON].by_name == "Mair Rees"
    assert first.disagreement
    (one, *_) = disagreements(found.case.council_id, ENDS, ENDS, on=AFTER)
    assert one.tenths == {"person": 10, "provider": None, "council": 5}


def test_nobody_answers_in_anothers_voice(db: None) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    case = found.case
    stranger = an_actor(case.system, Role.PROVIDER_MANAGER, case.council_organisation_id)
    unassigned = an_actor(case.system, Role.SOCIAL_WORKER, case.council_organisation_id)
    refused = {
        Party.PERSON: [case.social_worker, case.manager, a_person(case, "Arall").actor],
        Party.PROVIDER: [case.social_worker, found.person.actor, stranger, case.team_member],
        Party.COUNCIL: [case.manager, found.person.actor, case.finance, unassigned],
    }
    for party, actors in refused.items():
        for actor in actors:
            with pytest.raises(VoiceRefused):
                answer_judgement(
                    by=actor,
                    at=moment(AFTER),
                    judgement_id=judgement_id,
                    party=party,
                    answers=[said(found.outcomes[0], 10)],
                    on=AFTER,
                )
    assert not OutcomeAnswer.objects.exists()


def test_an_answer_is_given_once_and_a_second_leaves_no_trace(db: None) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    first, second, _ = found.outcomes
    answered(found, judgement_id, Party.PERSON, {first: 10})
    before = AuditEvent.objects.count()
    with pytest.raises(AnswerAlreadyGiven):
        answered(found, judgement_id, Party.PERSON, {second: 3, first: 0})
    assert list(OutcomeAnswer.objects.values_list("outcome_id", "tenths")) == [(first, 10)]
    assert AuditEvent.objects.count() == before


def test_when_the_time_is_up_nobody_answers_with_the_others_in_sight(db: None) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    answered(found, judgement_id, Party.PERSON, whole(found, 10), on=UNTIL)
    for day in (UNTIL + timedelta(days=1), UNTIL + timedelta(days=60)):
        # Written down as of an earlier day, it is still too late.
        with pytest.raises(TimeToAnswerIsUp):
            answer_judgement(
                by=found.case.manager,
                at=moment(day),
                judgement_id=judgement_id,
                party=Party.PROVIDER,
                answers=[said(found.outcomes[0], 10)],
                on=UNTIL,
            )
    view = judgement(found.case.council_id, judgement_id, on=UNTIL + timedelta(days=1))
    assert view is not None
    silent = view.outcomes[0].answers[Party.PROVIDER]
    assert (silent.achieved, silent.tenths, silent.on) == (Achievement.NO_ANSWER, None, None)
    assert not view.outcomes[0].disagreement


def test_the_time_is_up_at_midnight_in_london(db: None) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    last_minute = moment(UNTIL, 22).replace(minute=59)
    answer = {
        "by": found.person.actor,
        "judgement_id": judgement_id,
        "party": Party.PERSON,
        "on": UNTIL,
    }
    first, second, _ = found.outcomes
    answer_judgement(**answer, at=last_minute, answers=[said(first, 1)])
    with pytest.raises(TimeToAnswerIsUp):
        answer_judgement(**answer, at=last_minute + timedelta(minutes=1), answers=[said(second, 1)])


def test_outcomes_that_the_person_let_go_are_asked_of_nobody(db: None) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    first, second, third = found.outcomes
    retire_outcome(by=found.person.actor, at=moment(AFTER), on=AFTER, outcome_id=second)
    with pytest.raises(OutcomeNotJudged):
        answered(found, judgement_id, Party.PERSON, {second: 0})
    for party in Party:
        answered(found, judgement_id, party, {first: 10, third: 10})
    view = judgement(found.case.council_id, judgement_id, on=AFTER)
    assert view is not None
    assert not view.sealed
    assert [outcome.retired for outcome in view.outcomes] == [False, True, False]
    assert view.outcomes[1].answers == {}
