"""What payments may know of a concluded review: days, codes and shares."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.campaign import CAMPAIGN
from tests.fixtures.case import STARTS, a_person, moment
from tests.fixtures.reviewed import (
    AFTER,
    ENDS,
    Agreed,
    all_answered,
    an_agreed,
    answered,
    conclude,
    find,
    opened,
)
from whatmatters.outcomes.models import Outcome
from whatmatters.outcomes.queries import (
    JudgedOutcome,
    judged_since,
    judgement_evidence,
)
from whatmatters.outcomes.services import (
    FindingGiven,
    answer_exception,
    raise_exception,
)
from whatmatters.outcomes.services.in_force import PlanNotInForce
from whatmatters.outcomes.services.outcomes import retire_outcome
from whatmatters.outcomes.services.progress import record_off_track
from whatmatters.rules.outcomes import Cause, ExceptionReason, Party


def gone_wrong(found: Agreed, off: date, raised: date) -> None:
    """The first outcome off track twice, `off` the first; then an exception, not accepted."""
    case, first = found.case, found.outcomes[0]
    later = raised - timedelta(days=1)
    for day, party in ((later, Party.COUNCIL), (off, Party.PERSON)):
        record_off_track(
            by=found.voices()[party], at=moment(day), on=day, outcome_id=first, party=party
        )
    exception_id = raise_exception(
        by=case.manager,
        at=moment(raised),
        version_id=found.version_id,
        reason=ExceptionReason.HOSPITAL,
        words="Mae hi yn yr ysbyty",
        outcome_ids=(first,),
    )
    answer_exception(
        by=case.social_worker,
        at=moment(raised),
        exception_id=exception_id,
        accepted=False,
        on=raised,
    )


def test_payments_learn_days_codes_and_shares_and_nothing_else(db: None) -> None:
    found = an_agreed()
    case = found.case
    first, second, third = found.outcomes
    off, raised = date(2026, 5, 4), date(2026, 6, 1)
    gone_wrong(found, off, raised)
    judgement_id = all_answered(found, persons=5)
    retire_outcome(by=found.person.actor, at=moment(AFTER), on=AFTER, outcome_id=second)
    ids = find(
        found,
        judgement_id,
        FindingGiven(first, 5, Cause.PROVIDER),
        FindingGiven(third, 5, Cause.PERSON),
    )
    conclude(found, judgement_id)
    evidence = judgement_evidence([found.version_id, 999])
    assert set(evidence) == {found.version_id}
    facts = evidence[found.version_id]
    assert (facts.judged_on, facts.concluded_at) == (AFTER, moment(AFTER, 13))
    provider, person, weight = Cause.PROVIDER, Cause.PERSON, Decimal("0.6")
    assert facts.outcomes == (
        JudgedOutcome(first, ids[0], True, weight, 5, provider, off, raised, False),
        JudgedOutcome(second, None, True, Decimal("0.4"), 0, None, None, None, True),
        JudgedOutcome(third, ids[1], False, None, 5, person, None, None, False),
    )
    assert judged_since(case.council_id, moment(AFTER, 13)) == {found.version_id}
    assert judged_since(case.council_id, moment(AFTER, 14)) == frozenset()


def test_an_outcome_let_go_after_its_finding_is_retired_all_the_same(db: None) -> None:
    found = an_agreed()
    judgement_id = all_answered(found, persons=0)
    find(found, judgement_id, *(FindingGiven(o, cause=Cause.PROVIDER) for o in found.outcomes))
    first = found.outcomes[0]
    retire_outcome(by=found.person.actor, at=moment(AFTER), on=AFTER, outcome_id=first)
    conclude(found, judgement_id)
    told = judgement_evidence([found.version_id])[found.version_id].outcomes
    assert [(outcome.retired, outcome.finding_id is None) for outcome in told] == [
        (True, False),
        (False, False),
        (False, False),
    ]
    assert Outcome.objects.get(pk=first).state == "retired"


def test_what_is_written_after_the_conclusion_changes_nothing_of_it(db: None) -> None:
    found = an_agreed()
    judgement_id = all_answered(found, persons=0)
    find(found, judgement_id, *(FindingGiven(o, cause=Cause.PROVIDER) for o in found.outcomes))
    conclude(found, judgement_id)
    before = judgement_evidence([found.version_id])
    retire_outcome(
        by=found.person.actor, at=moment(AFTER, 15), on=AFTER, outcome_id=found.outcomes[0]
    )
    assert judgement_evidence([found.version_id]) == before


@settings(max_examples=6 * CAMPAIGN)
@given(
    off=st.lists(st.integers(0, 83), max_size=3),
    raised=st.lists(st.integers(0, 83), max_size=2),
    retired=st.booleans(),
)
def test_evidence_has_the_first_days_within_the_plan_in_any_order(
    db: None, off: list[int], raised: list[int], retired: bool
) -> None:
    with transaction.atomic():
        found = an_agreed()
        first = found.outcomes[0]
        for days in off:
            record_off_track(
                by=found.person.actor,
                at=moment(STARTS + timedelta(days=days)),
                on=STARTS + timedelta(days=days),
                outcome_id=first,
                party=Party.PERSON,
            )
        for days in raised:
            raise_exception(
                by=found.case.manager,
                at=moment(STARTS + timedelta(days=days)),
                version_id=found.version_id,
                reason=ExceptionReason.OTHER,
                words="newid",
            )
        if retired:
            retire_outcome(by=found.person.actor, at=moment(ENDS), on=ENDS, outcome_id=first)
        judgement_id = opened(found)
        asked = [outcome for outcome in found.outcomes if not retired or outcome != first]
        for party in Party:
            answered(found, judgement_id, party, dict.fromkeys(asked, 0))
        find(found, judgement_id, *(FindingGiven(o, cause=Cause.PROVIDER) for o in asked))
        conclude(found, judgement_id)
        told = judgement_evidence([found.version_id])[found.version_id].outcomes[0]
        transaction.set_rollback(True)
    assert told.off_track_on == (STARTS + timedelta(days=min(off)) if off else None)
    assert told.exception_on == (STARTS + timedelta(days=min(raised)) if raised else None)
    assert told.retired is retired
    assert (told.finding_id is None) is retired


def test_evidence_takes_as_many_queries_for_two_plans_as_for_one(
    db: None, django_assert_num_queries
) -> None:
    found = an_agreed()
    versions = []
    for more in range(2):
        plan = (
            found
            if not more
            else an_agreed(found.case, a_person(found.case, "Arall"), found.contract_id)
        )
        judgement_id = all_answered(plan)
        find(plan, judgement_id, *(FindingGiven(o) for o in plan.outcomes))
        conclude(plan, judgement_id)
        versions.append(plan.version_id)
        with django_assert_num_queries(7):
            judgement_evidence(versions)


@pytest.mark.parametrize(
    ("accepted", "counts"), [(None, True), (True, True), (False, False)], ids=str
)
def test_a_refused_warning_stops_no_clock_that_starts_later(
    db: None, accepted: bool | None, counts: bool
) -> None:
    found = an_agreed()
    case, first = found.case, found.outcomes[0]
    exception_id = raise_exception(
        by=case.manager,
        at=moment(STARTS),
        version_id=found.version_id,
        reason=ExceptionReason.OTHER,
        words="Popeth",
    )
    if accepted is not None:
        answer = {"exception_id": exception_id, "accepted": accepted, "on": STARTS}
        answer_exception(by=case.social_worker, at=moment(STARTS), **answer)
    day = date(2026, 5, 4)
    record_off_track(
        by=found.person.actor, at=moment(day), on=day, outcome_id=first, party=Party.PERSON
    )
    judgement_id = all_answered(found, persons=0)
    find(found, judgement_id, *(FindingGiven(o, cause=Cause.PROVIDER) for o in found.outcomes))
    conclude(found, judgement_id)
    told = judgement_evidence([found.version_id])[found.version_id].outcomes
    assert told[0].exception_on == (STARTS if counts else None)
    # Nobody recorded the second as off track: the refused warning stays as it was.
    assert told[1].exception_on == STARTS


def test_once_a_plan_is_over_its_exceptions_are_answered_no_more(db: None) -> None:
    found = an_agreed()
    case = found.case
    exception_id = raise_exception(
        by=case.manager,
        at=moment(STARTS),
        version_id=found.version_id,
        reason=ExceptionReason.OTHER,
        words="Popeth",
    )
    judgement_id = all_answered(found)
    find(found, judgement_id, *(FindingGiven(o) for o in found.outcomes))
    conclude(found, judgement_id)
    answer = {"exception_id": exception_id, "accepted": False, "on": AFTER}
    with pytest.raises(PlanNotInForce):
        answer_exception(by=case.social_worker, at=moment(AFTER), **answer)
