"""Results as they are counted: whose, of which days, and what is refused by which name."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import IntegrityError, transaction

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.money import ANCHOR, a_contract
from tests.fixtures.resulted import DAY, FIRST, a_scheme, agreed, both, given, like, terms, told
from whatmatters.commissioning.models import Contract
from whatmatters.results.models import ResultCount
from whatmatters.results.queries import results_seen, schemes
from whatmatters.results.queries.refusals import (
    AgreedAlready,
    CountChanged,
    CountedAlready,
    FigureImpossible,
    FundersTwice,
    MoreThanCounted,
    NothingTold,
    NotMeasured,
    NoWholePeriod,
    OutsideResults,
    OwnCount,
    PeriodNotOver,
    ResultsNotAllowed,
    ResultsOver,
    StepNeverTold,
    StepNotTold,
    TooFewExpected,
)
from whatmatters.results.services import agree_count, end_results, open_results
from whatmatters.rules.commissioning import Problems
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Absent
from whatmatters.rules.word_refusals import WordsMissing

SECOND = date(2026, 5, 4)  # the first four weeks are 6 April to 3 May


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


def test_the_newest_count_with_a_yes_is_what_a_run_reads(case: Case) -> None:
    contract = a_scheme(case)
    both(case, contract, FIRST, SECOND)
    told(case, contract, FIRST, SECOND + DAY, seen=1)  # the same again is no new row
    told(case, contract, like(events=8), SECOND + 2 * DAY, seen=1)
    ((one,),) = results_seen({contract: ANCHOR}).values()
    assert (one.first, one.last, one.on) == (ANCHOR, date(2026, 5, 3), SECOND)
    assert (one.events, one.people, ResultCount.objects.count()) == (14, 200, 2)
    agreed(case, contract, 1, SECOND + 3 * DAY, seen=2)
    ((one,),) = results_seen({contract: ANCHOR}).values()
    assert (one.events, one.on) == (8, SECOND)


def test_what_is_not_signed_by_its_name(case: Case) -> None:
    """Of n without one event the upper bound of the difference from 30 of 200 is -0.1500 +
    sqrt(u^2 + 0.0429^2), u = 3.8415 / (n + 3.8415): under 0 from u < 0.1437, which is 23 people."""
    council = case.council_organisation_id
    only = {"payments": [{"rate": Decimal("0.2"), "pays": Decimal(1)}]}
    refused = (
        (TooFewExpected, {"expected": 22}),
        (StepNotTold, {"knowing": False}),
        (StepNeverTold, {"knowing": False, "terms": terms(**only)}),
        (NothingTold, {"terms": terms(baseline={"events": 0, "people": 200})}),
        (NoWholePeriod, {"ends": date(2026, 5, 2)}),
        (FigureImpossible, {"weeks": 0}),
        (FundersTwice, {"funders": ((council, Fraction(1, 2)),) * 2}),
        (WordsMissing, {"event": " "}),
        (Problems, {"terms": terms(confidence=Decimal(1))}),
    )
    for name, other in refused:
        with pytest.raises(name):
            open_results(by=case.commissioner, at=moment(ANCHOR), given=given(case, **other))
    with pytest.raises(ResultsNotAllowed):
        open_results(by=case.manager, at=moment(ANCHOR), given=given(case))
    assert Contract.objects.count() == 0
    assert a_scheme(case, expected=23, ends=date(2026, 5, 3))


def test_a_step_that_may_not_be_told_says_from_how_many_it_is(case: Case) -> None:
    with pytest.raises(StepNotTold) as refused:
        open_results(by=case.commissioner, at=moment(ANCHOR), given=given(case, knowing=False))
    assert refused.value.params == {"rate": Fraction(1, 10), "least": 622, "expected": 200}


def test_what_is_not_counted_by_its_name(case: Case) -> None:
    contract = a_scheme(case, ends=date(2026, 6, 7))
    for name, count, at in (
        (PeriodNotOver, FIRST, SECOND - DAY),
        (NotMeasured, like(measured=3), date(2026, 8, 1)),  # not whole by the last day
        (NotMeasured, like(measured=0), SECOND),
        (MoreThanCounted, like(events=201), SECOND),
        (FigureImpossible, like(people=0, events=0), SECOND),
        (FigureImpossible, like(left_out=-1), SECOND),
    ):
        with pytest.raises(name):
            told(case, contract, count, at)
    told(case, contract, FIRST, SECOND)
    with pytest.raises(CountedAlready):
        told(case, contract, like(events=8), SECOND)
    told(case, contract, like(events=8), SECOND, seen=1)
    with pytest.raises(CountChanged):
        told(case, contract, like(events=9), SECOND, seen=1)
    with pytest.raises(Absent):
        told(case, a_contract(case), FIRST, SECOND)


def test_who_may_say_yes_and_to_what(case: Case) -> None:
    contract = a_scheme(case)
    yes = {"at": moment(SECOND), "contract_id": contract, "measured": 1, "seen": 1}
    with pytest.raises(Absent):
        agree_count(by=case.commissioner, **yes)
    told(case, contract, FIRST, SECOND)
    with pytest.raises(ResultsNotAllowed):
        agree_count(by=case.manager, **yes)
    with pytest.raises(CountChanged):
        agree_count(by=case.commissioner, **{**yes, "seen": 2})
    agree_count(by=case.commissioner, **yes)
    with pytest.raises(AgreedAlready):
        agree_count(by=case.commissioner, **yes)
    ResultCount.objects.create(
        council_id=case.council_id,
        by_id=case.commissioner.user_id,
        at=moment(SECOND),
        contract_id=contract,
        measured=1,
        revision=2,
        events=1,
        people=2,
        left_out=0,
    )
    with pytest.raises(OwnCount):
        agree_count(by=case.commissioner, **{**yes, "seen": 2})


def test_another_provider_knows_nothing_of_it(case: Case) -> None:
    contract = a_scheme(case)
    other = case.council_organisation_id
    assert schemes(case.council_id, ids=[contract], provider_id=other) == ()
    assert [one.id for one in schemes(case.council_id, provider_id=case.provider_id)] == [contract]


def test_an_end_is_brought_forward_and_never_put_off(case: Case) -> None:
    contract = a_scheme(case, ends=date(2026, 6, 7))
    over = {"by": case.commissioner, "at": moment(SECOND), "contract_id": contract}
    over["reason"] = EndReason.REPLACED
    for day in (ANCHOR - 2 * DAY, date(2026, 6, 8)):
        with pytest.raises(OutsideResults):
            end_results(**over, on=day)
    end_results(**over, on=date(2026, 5, 31))
    with pytest.raises(ResultsOver):
        end_results(**over, on=date(2026, 5, 31))
    end_results(**over, on=ANCHOR - DAY)
    (held,) = schemes(case.council_id, ids=[contract])
    assert held.never
    with pytest.raises(NotMeasured):
        told(case, contract, FIRST, SECOND)


def test_the_database_itself_keeps_events_within_people(case: Case) -> None:
    contract = a_scheme(case)
    told(case, contract, FIRST, SECOND)
    row = ResultCount.objects.get()
    fields = {f.name: getattr(row, f.name) for f in row._meta.fields if not f.primary_key}
    with pytest.raises(IntegrityError), transaction.atomic():
        ResultCount.objects.create(**{**fields, "revision": 2, "events": 201})
