"""Dissatisfaction alone as a cause of a penalty (R-WI-19): a yes with a share of its own.

Figures by hand: 278300 pence over 84 days; a share of 0.035 is 9740.5: 9741. All is achieved.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.judged import Planned, judge
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from tests.fixtures.paying import LAST_DAY, PERIODS, agreed, end, lines, paid
from whatmatters.commissioning.queries.refusals import AgreementRefused
from whatmatters.outcomes.models import Judgement, PersonSatisfaction
from whatmatters.outcomes.queries.dissatisfied import dissatisfactions
from whatmatters.payments.queries import contests
from whatmatters.payments.queries.contest_refusals import (
    ContestAlreadyMade,
    DecidedByFinder,
    JudgementNotFound,
    NoPenaltyToContest,
)
from whatmatters.payments.queries.penalties import dissatisfaction_penalty
from whatmatters.payments.services import contest_dissatisfaction, decide_contest, set_calendar
from whatmatters.rules.lifecycles import PenaltyState
from whatmatters.rules.outcomes import EndReason, Satisfaction

YES = {"dissatisfaction_alone": True, "dissatisfaction_share": Decimal("0.035")}
RULE, COST = "outcome_payments.dissatisfaction", -9741


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def _says(case: Case, planned: Planned, said: Satisfaction, at: date, by: int) -> int:
    judgement = Judgement.objects.get(version_id=planned.version_id)
    PersonSatisfaction.objects.create(
        council_id=case.council_id, by_id=by, at=moment(at), judgement=judgement, answer=said
    )
    return judgement.pk


def _judged(case: Case, person: Somebody, said: Satisfaction, told: date, **terms: object) -> int:
    """Two periods paid; every outcome achieved; what she says, and when. The judgement's id."""
    planned, agreement = agreed(case, person, **terms)
    for start in PERIODS[:2]:
        run_period(case, start)
    judge(case, planned, tenths=(10, 10), on=LAST_DAY)
    end(case, agreement, LAST_DAY, at=LAST_DAY, reason=EndReason.REVIEWED)
    return _says(case, planned, said, told, person.actor.user_id)


def _third(case: Case) -> list[tuple[str, int, bool]]:
    found = lines(case, run_period(case, PERIODS[2]))
    return [(rule, pence, held) for rule, _, pence, _, held in found if "instalment" not in rule]


def test_a_yes_takes_its_share_though_all_was_achieved(case: Case, person: Somebody) -> None:
    _judged(case, person, Satisfaction.DISSATISFIED, LAST_DAY, **YES)
    assert _third(case) == [(RULE, COST, False)]
    assert sum(earned for earned, _, _, _ in paid(case)) == 278300 + COST
    check_invariants()


@pytest.mark.parametrize(
    ("said", "told", "terms"),
    [
        (Satisfaction.VERY_DISSATISFIED, LAST_DAY, {}),
        (Satisfaction.NEITHER, LAST_DAY, YES),
        (Satisfaction.SATISFIED, LAST_DAY, YES),
        # Said after the review was concluded: evidence is what was known then.
        (Satisfaction.DISSATISFIED, LAST_DAY + timedelta(days=1), YES),
    ],
)
def test_nothing_is_taken(
    case: Case, person: Somebody, said: Satisfaction, told: date, terms: dict[str, object]
) -> None:
    _judged(case, person, said, told, **terms)
    assert _third(case) == []


def test_a_yes_without_a_share_is_refused_before_anyone_signs(case: Case) -> None:
    with pytest.raises(AgreementRefused) as told:
        a_plan_agreement(case, a_contract(case), terms={"dissatisfaction_alone": True})
    assert [(p.code, p.where) for p in told.value.problems] == [
        ("dissatisfaction_needs_share", "agreement.terms.dissatisfaction_share")
    ]


def test_it_is_contested_held_decided_and_collected_as_other_penalties_are(
    case: Case, person: Somebody
) -> None:
    judgement = _judged(case, person, Satisfaction.DISSATISFIED, LAST_DAY, **YES)
    asked = {"at": moment(LAST_DAY), "on": LAST_DAY, "words": "She told us on a bad day."}
    contest = contest_dissatisfaction(by=case.manager, judgement_id=judgement, **asked)
    with pytest.raises(ContestAlreadyMade):
        contest_dissatisfaction(by=case.manager, judgement_id=judgement, **asked)
    assert _third(case) == [(RULE, COST, True)]
    (made,) = contests(case.council_id)
    assert (made.judgement_id, made.finding_id, made.state) == (
        judgement,
        None,
        PenaltyState.CONTESTED,
    )
    on = PERIODS[3] + timedelta(days=5)
    told = {"at": moment(on), "on": on, "contest_id": contest, "reason": "Her own words stand."}
    # Whoever concluded the review may not decide, nor who wrote her answer down.
    for barred in (case.social_worker.user_id, person.actor.user_id):
        with pytest.raises(DecidedByFinder):
            decide_contest(
                by=replace(case.commissioner, user_id=barred),
                outcome=PenaltyState.UPHELD,
                **told,
            )
    decide_contest(by=case.commissioner, outcome=PenaltyState.UPHELD, **told)
    run_period(case, PERIODS[3])
    assert paid(case)[-1] == (COST, 0, 0, COST)
    found = dissatisfactions([judgement])[judgement]
    stands = dissatisfaction_penalty(found)
    assert (stands.state, stands.pence) == (PenaltyState.UPHELD, COST)
    check_invariants()


def test_what_was_taken_comes_back_when_contested_and_stays_when_withdrawn(
    case: Case, person: Somebody
) -> None:
    judgement = _judged(case, person, Satisfaction.DISSATISFIED, LAST_DAY, **YES)
    assert _third(case) == [(RULE, COST, False)]
    on = PERIODS[3] + timedelta(days=3)
    contest = contest_dissatisfaction(
        by=case.manager, at=moment(on), on=on, judgement_id=judgement, words="No."
    )
    fourth = lines(case, run_period(case, PERIODS[3]))
    assert sorted((x[2], x[4]) for x in fourth) == [(COST, True), (-COST, False)]
    on = PERIODS[4] + timedelta(days=3)
    decide_contest(
        by=case.commissioner, at=moment(on), on=on, contest_id=contest,
        outcome=PenaltyState.WITHDRAWN, reason="So.",
    )  # fmt: skip
    assert lines(case, run_period(case, PERIODS[4])) == []
    assert sum(earned for earned, _, _, _ in paid(case)) == 278300
    check_invariants()


def test_what_costs_nothing_or_is_another_providers_is_not_contested(
    case: Case, person: Somebody
) -> None:
    judgement = _judged(case, person, Satisfaction.DISSATISFIED, LAST_DAY)
    asked = {"at": moment(LAST_DAY), "on": LAST_DAY, "words": "No."}
    with pytest.raises(NoPenaltyToContest):
        contest_dissatisfaction(by=case.manager, judgement_id=judgement, **asked)
    for by, number in (
        (case.manager, 987_654),
        (replace(case.manager, organisation_id=case.council_organisation_id), judgement),
    ):
        with pytest.raises(JudgementNotFound):
            contest_dissatisfaction(by=by, judgement_id=number, **asked)
