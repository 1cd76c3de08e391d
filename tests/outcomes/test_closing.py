"""A death or a move ends plans and agreements on that day; nothing is judged after it."""

from datetime import date, timedelta

import pytest

from tests.fixtures.case import STARTS, a_case, moment
from tests.fixtures.reviewed import AFTER, ENDS, an_agreed, answered, opened, the_content
from whatmatters.access.models import AuditEvent
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.home.services import someone_died, someone_moved
from whatmatters.outcomes.models import Outcome, PlanMove, PlanVersion
from whatmatters.outcomes.queries import judgement_evidence
from whatmatters.outcomes.services import JudgementNotOpen, open_judgement
from whatmatters.outcomes.services.closing import (
    NoReasonToClose,
    NotYoursToClose,
    close_case,
)
from whatmatters.outcomes.services.living import PersonHasDied
from whatmatters.outcomes.services.plans import NewPlan, draft_plan, redraft
from whatmatters.outcomes.services.urgent import start_urgently
from whatmatters.people.queries import died_on
from whatmatters.people.services import DeathAlreadyRecorded
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.outcomes import EndReason, Party
from whatmatters.rules.refusals import Absent

DAY = date(2026, 5, 14)


def test_a_death_ends_everything_on_its_day(db: None) -> None:
    found = an_agreed()
    case = found.case
    told = {"by": case.social_worker, "at": moment(DAY + timedelta(days=3))}
    someone_died(**told, person_id=found.person.id, on=DAY)
    assert died_on([found.person.id]) == {found.person.id: DAY}
    (agreement,) = agreement_facts(case.council_id)
    assert (agreement.ended_on, agreement.end_reason) == (DAY, "died")
    assert PlanVersion.objects.get(pk=found.version_id).state == "ended"
    assert set(Outcome.objects.values_list("state", flat=True)) == {"closed"}
    last = PlanMove.objects.order_by("-id").first()
    assert (last.to, last.why, last.on) == ("ended", "died", DAY)
    with pytest.raises(PersonHasDied):
        open_judgement(
            by=case.social_worker, at=moment(AFTER), version_id=found.version_id, on=ENDS
        )
    assert judgement_evidence([found.version_id]) == {}


def test_a_second_death_changes_nothing(db: None) -> None:
    found = an_agreed()
    told = {"by": found.case.social_worker, "at": moment(DAY), "person_id": found.person.id}
    someone_died(**told, on=DAY)
    before = AuditEvent.objects.count()
    with pytest.raises(DeathAlreadyRecorded):
        someone_died(**told, on=DAY - timedelta(days=1))
    assert AuditEvent.objects.count() == before


def test_one_who_moves_away_keeps_nothing_running(db: None) -> None:
    found = an_agreed()
    someone_moved(by=found.case.social_worker, at=moment(DAY), person_id=found.person.id, on=DAY)
    (agreement,) = agreement_facts(found.case.council_id)
    assert (agreement.ended_on, agreement.end_reason) == (DAY, "moved")
    assert died_on([found.person.id]) == {}


def test_a_plan_that_never_began_earns_nothing_and_drafts_are_withdrawn(db: None) -> None:
    found = an_agreed()
    case = found.case
    new = NewPlan(
        found.person.id, found.contract_id, the_content(found.outcomes, AFTER), found.plan_id
    )
    draft = draft_plan(by=case.manager, at=moment(DAY), plan=new)
    before = STARTS - timedelta(days=5)
    someone_moved(by=case.social_worker, at=moment(DAY), person_id=found.person.id, on=before)
    (agreement,) = agreement_facts(case.council_id)
    assert agreement.ended_on == STARTS - timedelta(days=1)
    assert PlanVersion.objects.get(pk=draft.version_id).state == "superseded"


def test_an_urgent_start_that_nobody_agreed_stops_too(db: None) -> None:
    found = an_agreed()
    case = found.case
    new = NewPlan(found.person.id, found.contract_id, the_content(found.outcomes, AFTER))
    draft = draft_plan(by=case.manager, at=moment(AFTER), plan=new)
    start_urgently(
        by=case.social_worker, at=moment(AFTER), on=AFTER, version_ids=[draft.version_id]
    )
    on = AFTER + timedelta(days=2)
    told = {"by": case.social_worker, "at": moment(on), "person_id": found.person.id, "on": on}
    close_case(**told, reason=EndReason.DIED)
    ended = {facts.source_id: facts.ended_on for facts in agreement_facts(case.council_id)}
    assert ended == {found.version_id: ENDS, draft.version_id: on}


def test_an_open_judgement_stops_with_the_case(db: None) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    told = {"by": found.case.social_worker, "at": moment(AFTER), "person_id": found.person.id}
    someone_died(**told, on=AFTER)
    with pytest.raises(JudgementNotOpen):
        answered(found, judgement_id, Party.PROVIDER, dict.fromkeys(found.outcomes, 10))


@pytest.mark.parametrize(
    ("who", "on", "reason", "refusal"),
    [
        ("manager", DAY, EndReason.DIED, NotYoursToClose),
        ("finance", DAY, EndReason.DIED, NotYoursToClose),
        ("social_worker", DAY + timedelta(days=1), EndReason.DIED, DayNotReached),
        ("social_worker", DAY, EndReason.REVIEWED, NoReasonToClose),
    ],
)
def test_refused_closings_leave_no_trace(
    db: None, who: str, on: date, reason: EndReason, refusal: type[Exception]
) -> None:
    found = an_agreed()
    before = AuditEvent.objects.count()
    by = getattr(found.case, who)
    with pytest.raises(refusal):
        close_case(by=by, at=moment(DAY), person_id=found.person.id, on=on, reason=reason)
    assert PlanVersion.objects.get(pk=found.version_id).state == "agreed"
    assert AuditEvent.objects.count() == before


def test_another_councils_person_is_absent(db: None) -> None:
    found, other = an_agreed(), a_case("W06000003")
    with pytest.raises(Absent):
        someone_moved(by=other.social_worker, at=moment(DAY), person_id=found.person.id, on=DAY)


def test_closing_after_a_new_version_was_asked_for_ends_what_runs(db: None) -> None:
    found = an_agreed()
    case = found.case
    content = the_content(found.outcomes, DAY)
    redraft(by=case.manager, at=moment(DAY), on=DAY, version_id=found.version_id, content=content)
    someone_died(by=case.social_worker, at=moment(DAY), person_id=found.person.id, on=DAY)
    assert [facts.ended_on for facts in agreement_facts(case.council_id)] == [DAY]
    states = PlanVersion.objects.order_by("number").values_list("state", flat=True)
    assert list(states) == ["ended", "superseded"]
