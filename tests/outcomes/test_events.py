"""While a plan is in force: small changes at once, exceptions early or late, notes."""

from datetime import date, timedelta

import pytest

from tests.fixtures.case import STARTS, a_case, a_person, an_actor, moment
from tests.fixtures.reviewed import ENDS, Agreed, agree, an_agreed, the_content
from whatmatters.access.models import AuditEvent
from whatmatters.outcomes.models import ExceptionRaised, SmallChange
from whatmatters.outcomes.queries import (
    exceptions,
    exceptions_waiting,
    plans_to_replan,
    small_changes,
    small_changes_told,
)
from whatmatters.outcomes.queries.timeline import timeline
from whatmatters.outcomes.services import (
    ExceptionAfterPlanEnd,
    OutcomeNotInPlan,
    RepriceBeforeException,
    answer_exception,
    raise_exception,
)
from whatmatters.outcomes.services.event_given import NoteGiven, SmallChangeMade
from whatmatters.outcomes.services.events import (
    make_small_change,
    make_small_changes,
    write_note,
    write_notes,
)
from whatmatters.outcomes.services.in_force import BeforePlanStarts, PlanNotInForce
from whatmatters.outcomes.services.plans import NewPlan, draft_plan, redraft
from whatmatters.outcomes.services.voices import VoiceRefused
from whatmatters.people.services import NewAssignment, assign_workers
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.lifecycles import MoveRefusedError
from whatmatters.rules.outcomes import ExceptionReason
from whatmatters.rules.people import Language
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role
from whatmatters.rules.word_refusals import WordsMissing

DAY = date(2026, 5, 4)
HOSTILE = "Siôn ap Ŵyn <script>alert('x')</script>"


def raised(found: Agreed, on: date = DAY) -> int:
    """An exception on all outcomes."""
    return raise_exception(
        by=found.case.manager,
        at=moment(on),
        version_id=found.version_id,
        reason=ExceptionReason.HEALTH_WORSE,
        words="Codwm yn y gegin",
    )


def test_a_small_change_holds_at_once_and_the_care_manager_is_told_not_asked(db: None) -> None:
    found = an_agreed()
    case = found.case
    worker = an_actor(case.system, Role.CARE_WORKER, case.provider_id)
    for by in (found.person.actor, worker, case.manager):
        make_small_change(
            by=by, at=moment(DAY), version_id=found.version_id, on=DAY, words=f"  {HOSTILE} "
        )
    told = small_changes_told(case.council_id, [found.person.id], moment(DAY))
    assert [change.words for change in told] == [HOSTILE] * 3
    assert {change.told for change in told} == {moment(DAY)}
    assert small_changes(case.council_id, [found.version_id]) == told
    assert small_changes_told(case.council_id, [found.person.id], moment(DAY, 13)) == ()


def test_small_changes_are_the_persons_and_the_teams_alone(db: None) -> None:
    found = an_agreed()
    case = found.case
    stranger = an_actor(case.system, Role.CARE_WORKER, case.council_organisation_id)
    for nobody in (case.social_worker, case.commissioner, stranger, a_person(case, "Arall").actor):
        with pytest.raises(VoiceRefused):
            make_small_change(
                by=nobody, at=moment(DAY), version_id=found.version_id, on=DAY, words="Te"
            )


@pytest.mark.parametrize(
    ("on", "words", "refusal"),
    [
        (DAY + timedelta(days=1), "Te", DayNotReached),
        (STARTS - timedelta(days=1), "Te", BeforePlanStarts),
        (DAY, " ", WordsMissing),
    ],
)
def test_a_list_with_one_bad_change_writes_none(
    db: None, on: date, words: str, refusal: type[Exception]
) -> None:
    found = an_agreed()
    before = AuditEvent.objects.count()
    changes = [
        SmallChangeMade(found.version_id, DAY, "Te"),
        SmallChangeMade(found.version_id, on, words),
    ]
    with pytest.raises(refusal):
        make_small_changes(by=found.case.manager, at=moment(DAY), changes=changes)
    assert not SmallChange.objects.exists()
    assert AuditEvent.objects.count() == before


def test_nothing_changes_in_a_plan_that_is_not_agreed(db: None) -> None:
    found = an_agreed()
    new = NewPlan(
        found.person.id,
        found.contract_id,
        the_content(found.outcomes, ENDS + timedelta(days=1)),
        follows=found.plan_id,
    )
    draft = draft_plan(by=found.case.manager, at=moment(DAY), plan=new)
    with pytest.raises(PlanNotInForce):
        make_small_change(
            by=found.case.manager, at=moment(DAY), version_id=draft.version_id, on=DAY, words="Te"
        )


def test_the_providers_people_who_work_with_her_raise_exceptions_as_its_manager_does(
    db: None,
) -> None:
    found = an_agreed()
    case = found.case
    worker = an_actor(case.system, Role.CARE_WORKER, case.provider_id)
    colleague = an_actor(case.system, Role.CARE_WORKER, case.provider_id)
    elsewhere = an_actor(case.system, Role.TEAM_MEMBER, case.council_organisation_id)
    works = [(by, found.person.id) for by in (worker, case.team_member, elsewhere)]
    assign_workers(
        by=case.system,
        at=moment(STARTS),
        assignments=[NewAssignment(person_id, by.user_id, STARTS) for by, person_id in works],
    )
    told = {
        "at": moment(DAY),
        "version_id": found.version_id,
        "reason": ExceptionReason.OTHER,
        "words": "The bath is broken",
    }
    for by in (worker, case.team_member, case.manager):
        raise_exception(by=by, **told)
    waiting = exceptions_waiting(case.council_id)
    assert {facts.by_name for facts in waiting} == {"Somebody", "Cadi Puw", "Beth Morgan"}
    for nobody in (colleague, elsewhere):
        with pytest.raises(VoiceRefused):
            raise_exception(by=nobody, **told)
    with pytest.raises(VoiceRefused):
        answer_exception(
            by=worker,
            at=moment(DAY),
            exception_id=waiting[0].exception_id,
            accepted=True,
            on=DAY,
        )


def test_an_exception_is_the_providers_and_of_the_day_it_is_raised(db: None) -> None:
    found = an_agreed()
    case = found.case
    exception_id = raised(found)
    (facts,) = exceptions(case.council_id, [found.version_id])
    assert (facts.exception_id, facts.on, facts.at) == (exception_id, DAY, moment(DAY))
    assert (facts.state, facts.reprice_from) == ("raised", None)
    assert facts.outcome_ids == tuple(sorted(found.outcomes))
    assert exceptions_waiting(case.council_id) == (facts,)
    for nobody in (case.social_worker, found.person.actor, case.team_member):
        with pytest.raises(VoiceRefused):
            raise_exception(
                by=nobody,
                at=moment(DAY),
                version_id=found.version_id,
                reason=ExceptionReason.OTHER,
                words="x",
            )


@pytest.mark.parametrize(
    ("on", "words", "outcome", "refusal"),
    [
        (ENDS + timedelta(days=1), "x", 0, ExceptionAfterPlanEnd),
        (STARTS - timedelta(days=1), "x", 0, BeforePlanStarts),
        (DAY, "\t", 0, WordsMissing),
        (DAY, "x", 987_654, OutcomeNotInPlan),
    ],
    ids=["after its end", "before its start", "no reason", "another outcome"],
)
def test_refused_exceptions_leave_no_trace(
    db: None, on: date, words: str, outcome: int, refusal: type[Exception]
) -> None:
    found = an_agreed()
    before = AuditEvent.objects.count()
    with pytest.raises(refusal):
        raise_exception(
            by=found.case.manager,
            at=moment(on),
            version_id=found.version_id,
            reason=ExceptionReason.OTHER,
            words=words,
            outcome_ids=(outcome,) if outcome else (),
        )
    assert not ExceptionRaised.objects.exists()
    assert AuditEvent.objects.count() == before


def test_an_accepted_exception_asks_for_a_new_plan_from_its_day(db: None) -> None:
    found = an_agreed()
    case = found.case
    exception_id = raised(found)
    answer = {"by": case.social_worker, "at": moment(DAY), "exception_id": exception_id}
    with pytest.raises(RepriceBeforeException):
        answer_exception(**answer, accepted=True, on=DAY - timedelta(days=1))
    reprice = DAY + timedelta(days=7)
    answer_exception(**answer, accepted=True, on=reprice)
    with pytest.raises(MoveRefusedError):
        answer_exception(**answer, accepted=False, on=DAY)
    assert exceptions_waiting(case.council_id) == ()
    (due,) = plans_to_replan(case.council_id)
    assert (due.version_id, due.reprice_from, due.in_hand) == (found.version_id, reprice, False)
    content = the_content(found.outcomes, reprice)
    again = redraft(
        by=case.manager, at=moment(DAY), on=DAY, version_id=found.version_id, content=content
    )
    assert plans_to_replan(case.council_id)[0].in_hand
    agree(found, again.version_id, DAY)
    assert plans_to_replan(case.council_id) == ()


def test_one_not_accepted_asks_for_nothing(db: None) -> None:
    found = an_agreed()
    exception_id = raised(found)
    refused = {"at": moment(DAY), "exception_id": exception_id, "accepted": False}
    for nobody in (found.case.manager, found.person.actor):
        with pytest.raises(VoiceRefused):
            answer_exception(by=nobody, on=DAY, **refused)
    with pytest.raises(DayNotReached):
        answer_exception(by=found.case.social_worker, on=DAY + timedelta(days=1), **refused)
    answer_exception(by=found.case.social_worker, on=DAY, **refused)
    assert plans_to_replan(found.case.council_id) == ()
    (facts,) = exceptions(found.case.council_id, [found.version_id])
    assert (facts.state, facts.reprice_from) == ("not_accepted", None)


def test_everybody_adds_to_one_record_and_the_newest_comes_first(
    db: None, django_assert_num_queries
) -> None:
    found = an_agreed()
    case, mair = found.case, found.person
    write_note(
        by=mair.actor,
        at=moment(DAY),
        person_id=mair.id,
        on=DAY,
        words=HOSTILE,
        language=Language.WELSH,
    )
    raised(found, DAY + timedelta(days=1))
    notes = [
        NoteGiven(mair.id, DAY - timedelta(days=1), str(number), Language.ENGLISH)
        for number in range(30)
    ]
    write_notes(by=case.manager, at=moment(DAY), notes=notes)
    with django_assert_num_queries(1):
        told = timeline(case.council_id, mair.id)
    assert [(item.kind, item.code) for item in told[:1]] == [("exception", "health_worse")]
    assert (told[1].kind, told[1].words, told[1].by_name) == ("note", HOSTILE, "Mair Rees")
    assert {item.kind for item in told} == {"note", "exception", "plan_move", "outcome_move"}
    assert [item.on for item in told] == sorted((item.on for item in told), reverse=True)
    assert len(timeline(case.council_id, mair.id, limit=5)) == 5


def test_another_council_finds_nothing(db: None) -> None:
    found, other = an_agreed(), a_case("W06000003")
    exception_id = raised(found)
    council = other.council_id
    assert exceptions(council, [found.version_id]) == ()
    assert timeline(council, found.person.id) == ()
    with pytest.raises(Absent):
        answer_exception(
            by=other.commissioner,
            at=moment(DAY),
            exception_id=exception_id,
            accepted=True,
            on=DAY,
        )
    with pytest.raises(Absent):
        write_note(
            by=other.social_worker,
            at=moment(DAY),
            person_id=found.person.id,
            on=DAY,
            words="x",
            language=Language.ENGLISH,
        )
