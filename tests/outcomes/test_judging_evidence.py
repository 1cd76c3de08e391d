"""Findings, the conclusion, and what payments may know of them."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.case import STARTS, a_case, a_person, moment
from tests.fixtures.reviewed import AFTER, ENDS, Agreed, an_agreed, answered, opened
from whatmatters.access.models import AuditEvent
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.outcomes.models import Finding, Outcome, PlanVersion
from whatmatters.outcomes.queries import (
    JudgedOutcome,
    findings,
    judged_outcomes,
    judged_since,
    judgement_evidence,
)
from whatmatters.outcomes.queries.judging import judgement
from whatmatters.outcomes.services import (
    AlreadyFound,
    FindingGiven,
    FindingNeedsCause,
    FindingNeedsReason,
    FindingNeedsShare,
    JudgementNotOpen,
    OutcomeNotJudged,
    OutcomesNotJudged,
    answer_exception,
    conclude_review,
    raise_exception,
    record_findings,
)
from whatmatters.outcomes.services.outcomes import retire_outcome
from whatmatters.outcomes.services.progress import record_off_track
from whatmatters.outcomes.services.voices import VoiceRefused
from whatmatters.rules.outcomes import Cause, ExceptionReason, Party
from whatmatters.rules.refusals import Absent


def all_answered(found: Agreed, persons: int | None = 10) -> int:
    """Its judgement with all answers in: the person's share, and ten tenths of the others."""
    judgement_id = opened(found)
    for party in Party:
        tenths = persons if party is Party.PERSON else 10
        answered(found, judgement_id, party, dict.fromkeys(found.outcomes, tenths))
    return judgement_id


def find(
    found: Agreed, judgement_id: int, *given: FindingGiven, on: date = AFTER
) -> tuple[int, ...]:
    """The council's findings."""
    return record_findings(
        by=found.case.social_worker,
        at=moment(on),
        judgement_id=judgement_id,
        findings=given,
        on=on,
    )


def conclude(found: Agreed, judgement_id: int, on: date = AFTER, **more: Any) -> None:
    """The council concludes."""
    conclude_review(
        by=found.case.social_worker, at=moment(on, 13), judgement_id=judgement_id, on=on, **more
    )


def test_a_finding_starts_from_the_persons_answer(db: None) -> None:
    found = an_agreed()
    judgement_id = all_answered(found, persons=4)
    ids = find(
        found, judgement_id, *(FindingGiven(o, cause=Cause.CIRCUMSTANCES) for o in found.outcomes)
    )
    facts = findings(ids)
    assert [(f.tenths, f.differs, f.cause) for f in facts.values()] == [
        (4, False, "circumstances")
    ] * 3
    one = facts[ids[0]]
    assert (one.version_id, one.person_id, one.provider_id, one.by_id) == (
        found.version_id,
        found.person.id,
        found.case.provider_id,
        found.case.social_worker.user_id,
    )


def test_one_that_differs_needs_a_reason_that_all_three_can_read(db: None) -> None:
    found = an_agreed()
    judgement_id = all_answered(found, persons=4)
    first = found.outcomes[0]
    for reason in ("", "  \n"):
        with pytest.raises(FindingNeedsReason):
            find(found, judgement_id, FindingGiven(first, 10, reason=reason))
    find(found, judgement_id, FindingGiven(first, 10, reason="Gwelwyd hi yn y banc bob wythnos"))
    view = judgement(found.case.council_id, judgement_id, on=AFTER)
    assert view is not None
    shown = view.outcomes[0].finding
    assert shown is not None
    assert (shown.tenths, shown.differs, shown.cause) == (10, True, None)
    assert (shown.reason, shown.by_name) == ("Gwelwyd hi yn y banc bob wythnos", "Nia Parry")
    assert view.outcomes[0].answers[Party.PERSON].tenths == 4


@pytest.mark.parametrize(
    ("tenths", "cause", "refusal"),
    [
        (None, Cause.PROVIDER, FindingNeedsShare),
        (11, None, FindingNeedsShare),
        (-1, Cause.PROVIDER, FindingNeedsShare),
        (9, None, FindingNeedsCause),
    ],
    ids=["nothing to start from", "over ten", "below none", "no cause"],
)
def test_half_a_finding_is_refused_and_leaves_no_trace(
    db: None, tenths: int | None, cause: Cause | None, refusal: type[Exception]
) -> None:
    found = an_agreed()
    judgement_id = all_answered(found, persons=None)
    first, second, _ = found.outcomes
    before = AuditEvent.objects.count()
    with pytest.raises(refusal):
        find(found, judgement_id, FindingGiven(first, 10), FindingGiven(second, tenths, cause))
    assert not Finding.objects.exists()
    assert AuditEvent.objects.count() == before


def test_the_provider_and_the_person_do_not_find(db: None) -> None:
    found = an_agreed()
    judgement_id = all_answered(found)
    for nobody in (found.case.manager, found.person.actor, found.case.finance):
        with pytest.raises(VoiceRefused):
            record_findings(
                by=nobody,
                at=moment(AFTER),
                judgement_id=judgement_id,
                findings=[FindingGiven(found.outcomes[0])],
                on=AFTER,
            )
    find(found, judgement_id, FindingGiven(found.outcomes[0]))
    with pytest.raises(AlreadyFound):
        find(found, judgement_id, FindingGiven(found.outcomes[0]))


def test_concluding_moves_the_outcomes_ends_the_plan_and_its_agreement(db: None) -> None:
    found = an_agreed()
    judgement_id = all_answered(found, persons=0)
    first, second, third = found.outcomes
    find(found, judgement_id, FindingGiven(first, 0, Cause.PERSON))
    with pytest.raises(OutcomesNotJudged) as refused:
        conclude(found, judgement_id)
    assert refused.value.params == {"outcome_ids": [second, third]}
    assert judgement_evidence([found.version_id]) == {}
    find(found, judgement_id, FindingGiven(second, 5, Cause.PROVIDER, "x"))
    find(found, judgement_id, FindingGiven(third, 10, reason="y"))
    assert judgement_evidence([found.version_id]) == {}
    conclude(found, judgement_id)
    states = Outcome.objects.order_by("id").values_list("state", flat=True)
    assert list(states) == ["not_achieved", "partly", "achieved"]
    assert PlanVersion.objects.get(pk=found.version_id).state == "ended"
    (facts,) = agreement_facts(found.case.council_id)
    # Concluded a day after its end: support went on, and is paid for that day.
    assert (facts.ended_on, facts.end_reason) == (AFTER, "reviewed")
    results = judged_outcomes(found.case.council_id, ENDS, AFTER)
    assert [(r.tenths, r.cause, r.payable) for r in results] == [
        (0, "person", True),
        (5, "provider", True),
        (10, None, False),
    ]
    with pytest.raises(JudgementNotOpen):
        conclude(found, judgement_id)


@pytest.mark.parametrize(
    ("days_late", "last_support", "ended_on"),
    [
        (20, None, ENDS + timedelta(days=20)),
        (20, ENDS + timedelta(days=3), ENDS + timedelta(days=3)),
        (20, ENDS - timedelta(days=3), ENDS),
        (0, None, ENDS),
    ],
    ids=["support went on", "support had stopped", "never before its end", "on its last day"],
)
def test_a_late_review_costs_nobody(
    db: None, days_late: int, last_support: date | None, ended_on: date
) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    on = ENDS + timedelta(days=days_late)
    for party in Party:
        answered(found, judgement_id, party, dict.fromkeys(found.outcomes, 10), on=ENDS)
    find(found, judgement_id, *(FindingGiven(o) for o in found.outcomes), on=on)
    conclude(found, judgement_id, on=on, last_support=last_support)
    assert agreement_facts(found.case.council_id)[0].ended_on == ended_on


def test_payments_learn_days_codes_and_shares_and_nothing_else(db: None) -> None:
    found = an_agreed()
    case = found.case
    first, second, third = found.outcomes
    off, later, raised = date(2026, 5, 4), date(2026, 5, 20), date(2026, 6, 1)
    for day, party in ((later, Party.COUNCIL), (off, Party.PERSON)):
        record_off_track(
            by=found.voices()[party], at=moment(later), on=day, outcome_id=first, party=party
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
    assert facts.outcomes == (
        JudgedOutcome(
            outcome_id=first,
            finding_id=ids[0],
            payable=True,
            weight=Decimal("0.6"),
            tenths=5,
            cause=Cause.PROVIDER,
            off_track_on=off,
            exception_on=raised,
            retired=False,
        ),
        JudgedOutcome(
            outcome_id=second,
            finding_id=None,
            payable=True,
            weight=Decimal("0.4"),
            tenths=0,
            cause=None,
            off_track_on=None,
            exception_on=None,
            retired=True,
        ),
        JudgedOutcome(
            outcome_id=third,
            finding_id=ids[1],
            payable=False,
            weight=None,
            tenths=5,
            cause=Cause.PERSON,
            off_track_on=None,
            exception_on=None,
            retired=False,
        ),
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


@settings(max_examples=15)
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
                at=moment(ENDS),
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
        with django_assert_num_queries(6):
            judgement_evidence(versions)


def test_findings_of_another_councils_judgement_are_absent(db: None) -> None:
    found = an_agreed()
    judgement_id = all_answered(found)
    other = an_agreed(a_case("W06000003"))
    with pytest.raises(Absent):
        record_findings(
            by=other.case.commissioner,
            at=moment(AFTER),
            judgement_id=judgement_id,
            findings=[FindingGiven(found.outcomes[0])],
            on=AFTER,
        )
    with pytest.raises(OutcomeNotJudged):
        find(found, judgement_id, FindingGiven(other.outcomes[0], 10))
