"""A mistaken movement is put right by its opposite: once, with why, never under what was drawn."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.fixtures.browser import Reader
from tests.fixtures.bundled import a_bundle, delivered, drawn, given
from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import PERIODS, lines
from whatmatters.access.services import mark_installation
from whatmatters.delivery.models import BankMovement
from whatmatters.delivery.queries import bank
from whatmatters.delivery.services import (
    BankDrawnSince,
    BankRanOutSince,
    MovementNotCorrectable,
    WordNotSaid,
    correct_movement,
)
from whatmatters.payments.services import set_calendar
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import InstallationKind

MAY, TODAY = date(2026, 5, 11), date(2026, 5, 20)


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_case()


@pytest.fixture
def mair(case: Case) -> Somebody:
    return a_person(case)


def newest() -> int:
    found: int = BankMovement.objects.order_by("-place").values_list("id", flat=True)[0]
    return found


def correct(case: Case, movement: int, on: date = TODAY, **told: object) -> int:
    return correct_movement(
        by=case.manager,
        at=moment(on),
        movement_id=movement,
        why="It was Gwen's",
        **({"herself": True} | told),
    )


def test_the_opposite_stands_beside_it_and_neither_counts(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    given(case, bundle, MAY, 1900)
    wrong = newest()
    given(case, bundle, MAY, 50)
    assert correct(case, wrong) == 50
    seen = bank(case.council_id, bundle, TODAY)
    assert seen is not None
    assert (seen.balance, seen.now.bank.banked, seen.now.bank.drawn) == (50, 50, 0)
    assert [(one.kind, one.minutes, one.balance) for one in seen.moved] == [
        ("drawn", 1900, 50),
        ("given", 50, 1950),
        ("given", 1900, 1900),
    ]
    assert (seen.moved[0].corrects, seen.moved[2].corrected) == (MAY, TODAY)
    assert given(case, bundle, TODAY, 1900) == 1950  # there is room for it again
    for again in (wrong, newest() - 1):
        with pytest.raises(MovementNotCorrectable):
            correct(case, again)


def test_what_was_drawn_since_keeps_it(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    given(case, bundle, MAY, 600)
    wrong = newest()
    drawn(case, bundle, MAY + timedelta(days=1), 240)
    with pytest.raises(BankDrawnSince) as refused:
        correct(case, wrong)
    assert refused.value.params == {"left": 360}
    assert correct(case, newest()) == 600
    assert correct(case, wrong) == 0


@pytest.mark.parametrize(
    ("on", "told", "refused"),
    [
        (date(2026, 10, 6), {}, BankRanOutSince),
        (TODAY, {"herself": False}, WordNotSaid),
    ],
)
def test_what_keeps_it_from_being_put_right(
    case: Case, mair: Somebody, on: date, told: dict[str, object], refused: type[Refusal]
) -> None:
    bundle = a_bundle(case, mair)
    given(case, bundle, MAY, 600)
    with pytest.raises(refused):
        correct(case, newest(), on, **told)
    assert BankMovement.objects.count() == 1


def test_the_next_run_puts_a_settled_review_right(case: Case, mair: Somebody) -> None:
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    bundle = a_bundle(case, mair)
    delivered(case, bundle, ANCHOR, 72, days=91)
    given(case, bundle, MAY, 624, at=date(2026, 7, 5))
    wrong = newest()
    for start in PERIODS[:4]:
        made = run_period(case, start)
    # 72 x 91 = 6552 and 624 banked are 7176: on the edge of the band.
    assert all(rule == "bundled_hours.on_account" for rule, *_rest in lines(case, made))
    correct(case, wrong, date(2026, 8, 1))
    # 6552 used, 624 under: 2240 x 624 / 60 = 23296.
    assert ("bundled_hours.below", PERIODS[3], -23296, "late_fact", False) in [
        (rule, corrected, pence, "late_fact", held)
        for rule, corrected, pence, _reason, held in lines(case, run_period(case, PERIODS[4]))
    ]
    check_invariants()


def test_the_page_asks_which_why_and_whose_and_the_bank_says_so(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    given(case, bundle, MAY, 600)
    team, address = Reader(case.manager), reverse("bank_correct", args=[mair.id])
    assert address in team.text(reverse("bank", args=[mair.id]))
    assert team.send(address, movement=str(newest()), why="It was Gwen's").status_code == 422
    wrong = newest()
    team.send(address, movement=str(wrong), why="It was Gwen's", whose="herself")
    page = team.text(reverse("bank", args=[mair.id]))
    assert "Puts right what was written for 11 May 2026" in page
    assert "Put right on 20 May 2026" in page
    assert "There is no movement here that can be put right." in team.text(address)
