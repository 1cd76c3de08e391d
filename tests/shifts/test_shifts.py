"""Shifts as they are recorded: whose, under what, and what is refused by which name."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import IntegrityError, transaction

from tests.fixtures.case import Case, a_case, an_actor, moment
from tests.fixtures.money import ANCHOR, a_contract
from tests.fixtures.shifted import DAY, USUAL, a_scheme, like, put_right, terms, told
from whatmatters.access.services import OrganisationGiven, add_organisations
from whatmatters.commissioning.models import Agreement, Contract
from whatmatters.commissioning.queries import contract as contract_of
from whatmatters.commissioning.queries.refusals import AgreementRefused
from whatmatters.commissioning.services import end_contract
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Absent, Refusal
from whatmatters.rules.roles import OrganisationKind, Role
from whatmatters.rules.word_refusals import WordsMissing, WordsTooLong
from whatmatters.shifts.models import WorkedShift
from whatmatters.shifts.queries import newest, schemes, shifts_seen
from whatmatters.shifts.queries.refusals import (
    MoreThanWasPaid,
    NotByShift,
    NotTwoFunders,
    OutsideShifts,
    RateUnderLaw,
    ShareNotAgreed,
    ShiftChanged,
    ShiftElsewhere,
    ShiftImpossible,
    ShiftsNotAllowed,
    ShiftsOver,
    ShiftsSigned,
    ShiftTwice,
    TierLeftOut,
    UnknownTier,
)
from whatmatters.shifts.services import (
    ShiftsGiven,
    change_shift_terms,
    correct_shift,
    end_shifts,
    open_shifts,
    record_shifts,
    sign_shifts,
)


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


def test_the_newest_word_holds_and_the_same_again_changes_nothing(case: Case) -> None:
    contract = a_scheme(case)
    assert told(case, contract, USUAL).new == 1
    again = told(case, contract, like(reference=" A-1 "), like(reference="A-2"))
    assert (again.new, again.corrected, again.same) == (1, 0, 1)
    right = told(case, contract, like(length=540), like(reference="A-2"))
    assert (right.new, right.corrected, right.same) == (0, 1, 1)
    kept = WorkedShift.objects.order_by("shift", "revision")
    assert list(kept.values_list("shift", "revision", "length")) == [
        (1, 1, 480),
        (1, 2, 540),
        (2, 1, 480),
    ]
    assert newest([contract]).count() == 2
    (first, second) = shifts_seen([contract], ANCHOR, USUAL.on)[contract]
    assert [(one.id, one.paid) for one in (first, second)] == [("shift:1", 540), ("shift:2", 480)]


def test_a_reference_is_one_however_it_is_typed_and_stays_on_its_day(case: Case) -> None:
    contract = a_scheme(case)
    told(case, contract, like(reference="Nia\u2019s A1"))
    assert told(case, contract, like(reference="nia's  a1")).same == 1
    with pytest.raises(ShiftTwice):
        told(case, contract, like(reference="B1"), like(reference="b1"))
    with pytest.raises(ShiftElsewhere) as refused:
        told(case, contract, like(reference="B1"), like(reference="NIA'S A1", on=USUAL.on + DAY))
    # Told for 7 April, in the second place of what was given.
    named = {"reference": "Nia's A1", "on": date(2026, 4, 7), "row": 1}
    assert refused.value.params == named
    assert WorkedShift.objects.count() == 1


def test_one_that_was_opened_keeps_its_reference_and_no_newer_word_is_written_over(
    case: Case,
) -> None:
    contract = a_scheme(case)
    told(case, contract, USUAL, like(reference="A-2"))
    moved = like(reference="A-2", length=540, on=USUAL.on + DAY)
    assert put_right(case, contract, 1, moved, at=USUAL.on + DAY).corrected == 1
    rows = WorkedShift.objects.order_by("shift", "revision")
    assert list(rows.values_list("shift", "revision", "reference", "on", "length")) == [
        (1, 1, "A-1", date(2026, 4, 7), 480),
        (1, 2, "A-1", date(2026, 4, 8), 540),
        (2, 1, "A-2", date(2026, 4, 7), 480),
    ]
    by, at = case.manager, moment(USUAL.on + DAY)
    for shift, refused in ((1, ShiftChanged), (3, Absent)):
        with pytest.raises(refused):
            correct_shift(by=by, at=at, contract_id=contract, shift=shift, seen=1, given=USUAL)
    assert rows.count() == 3


@pytest.mark.parametrize(
    ("wrong", "refused"),
    [
        ({"on": ANCHOR - DAY}, OutsideShifts),
        ({"on": ANCHOR + 3 * DAY}, DayNotReached),
        ({"tier": "nurse"}, UnknownTier),
        ({"staff": 0}, ShiftImpossible),
        ({"staff": 100}, ShiftImpossible),
        ({"length": 1441}, ShiftImpossible),
        ({"travel": -1}, ShiftImpossible),
        ({"travel": 161}, MoreThanWasPaid),  # 240 + 80 + 161 = 481 of 480
        ({"length": 0}, MoreThanWasPaid),
        ({"reference": "A-1"}, ShiftTwice),
        ({"reference": " "}, WordsMissing),
        ({"reference": "A" * 41}, WordsTooLong),
    ],
)
def test_one_that_is_wrong_keeps_all_out_by_name(
    case: Case, wrong: dict[str, object], refused: type[Refusal]
) -> None:
    contract = a_scheme(case)
    with pytest.raises(refused):
        told(case, contract, USUAL, like(**{"reference": "A-2", **wrong}), at=USUAL.on)
    assert WorkedShift.objects.count() == 0


def test_only_the_contract_s_own_provider_records(case: Case) -> None:
    contract = a_scheme(case)
    given = OrganisationGiven(OrganisationKind.PROVIDER, "Gofal Arall", "Gofal Arall")
    (rival,) = add_organisations(by=case.system, at=moment(ANCHOR), organisations=[given])
    other = an_actor(case.system, Role.PROVIDER_MANAGER, rival, "rival")
    for by, refused in ((other, Absent), (case.commissioner, ShiftsNotAllowed)):
        with pytest.raises(refused):
            record_shifts(by=by, at=moment(USUAL.on), contract_id=contract, shifts=[USUAL])


def test_a_scheme_is_signed_once_for_two_funders_and_an_agreed_share(case: Case) -> None:
    contract = a_scheme(case)
    held = contract_of(case.council_id, contract)
    assert held is not None
    assert [share for _, share in held.payers] == [Fraction(7, 10), Fraction(3, 10)]
    with pytest.raises(ShiftsSigned):
        sign_shifts(by=case.commissioner, at=moment(ANCHOR), contract_id=contract, starts=ANCHOR)
    with pytest.raises(ShiftsNotAllowed):
        sign_shifts(by=case.manager, at=moment(ANCHOR), contract_id=contract, starts=ANCHOR)
    before = Contract.objects.count()
    body = case.council_organisation_id
    for nhs_id, agreed, refused in (
        (body, terms(), NotTwoFunders),
        (case.provider_id, {k: v for k, v in terms().items() if k != "nhs_share"}, ShareNotAgreed),
        (case.provider_id, terms(tiers={}), AgreementRefused),
        # The National Living Wage was 12.71 from 1 April 2026.
        (case.provider_id, terms(tiers={"support": Decimal("12.70")}), RateUnderLaw),
    ):
        given = ShiftsGiven(case.provider_id, body, nhs_id, "X", None, ANCHOR, None, agreed)
        with pytest.raises(refused):
            open_shifts(by=case.commissioner, at=moment(ANCHOR), given=given)
    assert Contract.objects.count() == before
    assert Agreement.objects.count() == 1


def test_terms_keep_the_tier_of_a_shift_that_is_told_for_their_days(case: Case) -> None:
    contract = a_scheme(case)
    told(case, contract, USUAL, like(reference="A-2", tier="senior", on=date(2026, 4, 9)))
    only = terms(tiers={"support": Decimal("13.50")})
    by, at = case.commissioner, moment(date(2026, 4, 12))

    def change(starts: date, agreed: dict[str, object]) -> None:
        change_shift_terms(by=by, at=at, contract_id=contract, starts=starts, terms=agreed)

    with pytest.raises(TierLeftOut) as refused:
        change(date(2026, 4, 8), only)
    named = {"tier": "senior", "reference": "A-2", "on": date(2026, 4, 9)}
    assert refused.value.params == named
    change(date(2026, 4, 10), only)  # no senior was told since
    change(date(2026, 4, 9), terms())
    change(date(2026, 4, 8), only)  # and the shift of the 9th has the terms of the 9th
    change(date(2026, 4, 8), terms(method="fixed"))
    (scheme,) = schemes(case.council_id, date(2026, 4, 12))
    assert [(day, str(held.method), len(held.tiers)) for day, held in scheme.terms.later] == [
        (date(2026, 4, 8), "fixed", 2),
        (date(2026, 4, 9), "marginal", 2),
        (date(2026, 4, 10), "marginal", 1),
    ]


def test_another_way_of_paying_is_no_scheme(case: Case) -> None:
    contract = a_contract(case)
    with pytest.raises(NotByShift):
        sign_shifts(by=case.commissioner, at=moment(ANCHOR), contract_id=contract, starts=ANCHOR)
    with pytest.raises(Absent):
        told(case, contract, USUAL)


def test_its_end_is_only_brought_forward_and_its_contract_ends_after_it(case: Case) -> None:
    contract = a_scheme(case)
    last, at = date(2026, 4, 30), moment(date(2026, 5, 4))
    by, over = case.commissioner, EndReason.NO_LONGER_NEEDED
    with pytest.raises(OutsideShifts):
        end_shifts(by=by, at=at, contract_id=contract, on=ANCHOR - 2 * DAY, reason=over)
    # Brought forward, and in the end to the day before the first.
    for on in (last, last - DAY, ANCHOR - DAY):
        end_shifts(by=by, at=at, contract_id=contract, on=on, reason=over)
        with pytest.raises(ShiftsOver):
            end_shifts(by=by, at=at, contract_id=contract, on=on, reason=over)
    (scheme,) = schemes(case.council_id, last)
    assert scheme.never
    end_contract(by=by, at=at, contract_id=contract, on=last)
    held = contract_of(case.council_id, contract)
    assert held is not None
    assert held.ends == last


def test_the_database_itself_keeps_a_shift_within_its_minutes(case: Case) -> None:
    told(case, a_scheme(case), USUAL)
    row = WorkedShift.objects.get()
    fields = {f.name: getattr(row, f.name) for f in row._meta.fields if not f.primary_key}
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkedShift.objects.create(**{**fields, "revision": 2, "travel": 161})
