"""Findings that start from the person's answer, and the conclusion of a review."""

from datetime import date, timedelta

import pytest

from tests.fixtures.case import a_case, moment
from tests.fixtures.reviewed import (
    AFTER,
    ENDS,
    all_answered,
    an_agreed,
    answered,
    conclude,
    find,
    opened,
)
from whatmatters.access.models import AuditEvent
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.outcomes.models import Finding, Outcome, PlanVersion
from whatmatters.outcomes.queries import (
    findings,
    judged_outcomes,
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
    record_findings,
)
from whatmatters.outcomes.services.voices import VoiceRefused
from whatmatters.rules.outcomes import Cause, Party
from whatmatters.rules.refusals import Absent


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
