"""Groups of people who are alike, agreed, counted and read on pages."""

import pytest
from django.urls import reverse

from tests.fixtures.case import Case
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paid import browser_of
from tests.fixtures.resulted import a_scheme, both, terms
from tests.results.test_result_pages import SECOND, asked, case, read, send  # noqa: F401
from whatmatters.commissioning.models import Contract
from whatmatters.results.models import ResultCount
from whatmatters.results.services.counting import count_of_groups

pytestmark = pytest.mark.once

AGREED = [
    {"name": "85 and over", "events": 24, "people": 80},
    {"name": "under 85", "events": 6, "people": 120},
]
GROUPS = "85 and over; 80; 24\nunder 85; 120; 6\n"
HARDER = {
    "people_1": "150",
    "events_1": "20",
    "left_out_1": "4",
    "people_2": "50",
    "events_2": "1",
    "left_out_2": "2",
    "seen": "0",
}


def test_groups_that_are_wrong_are_said_by_their_line(case: Case) -> None:  # noqa: F811
    for typed, said in (
        ("85 and over; 80\nunder 85; 120; 6", "Line 1: write a name, how many"),
        (
            "85 and over; 80; 24\nunder 85; 120; 121",
            "Line 2: it cannot have happened to 121 of 120",
        ),
        ("85 and over; 80; 24\nunder 85; 119; 6", "The groups add to 30 of 199"),
        ("85 and over; 80; 24\n85 and over; 120; 6", "Each group needs a name of its own"),
        ("a; 1; ٣", "Line 1: write a name"),
        ("\n".join(f"g{n}; 10; 1" for n in range(13)), "At most 12 groups"),
    ):
        answer = send(case.commissioner, "result_open", **asked(case, groups=typed))
        assert answer.status_code == 422
        assert said in answer.content.decode(), said
        assert typed.splitlines()[0] in answer.content.decode()
    assert Contract.objects.count() == 0


def test_groups_are_agreed_counted_paid_and_explained(case: Case) -> None:  # noqa: F811
    """0.4 x 20/150 + 0.6 x 1/50 = 6.5%; -8.47 points, from -14.27 to -1.55. If all 6 had been in
    hospital again: 0.4 x 24/154 + 0.6 x 3/52 = 0.0970, and the interval holds no change."""
    send(case.commissioner, "result_open", **asked(case, groups=GROUPS))
    scheme = Contract.objects.get().pk
    page = read(case.manager, "result_scheme", scheme)
    assert "85 and over 24 of 80 under 85 6 of 120" in page
    form = read(case.manager, "result_count", scheme, 1)
    assert "under 85: to how many of them it happened" in form
    wrong = send(case.manager, "result_count", scheme, 1, **HARDER | {"events_2": "51"})
    assert "more people than were counted" in wrong.content.decode()
    none = dict.fromkeys(HARDER, "0")
    nobody = send(case.manager, "result_count", scheme, 1, **none)
    assert "Nobody was counted in any group" in nobody.content.decode()
    assert send(case.manager, "result_count", scheme, 1, **HARDER).status_code == 302
    kept = browser_of(case.manager).get(reverse("result_count", args=[scheme, 1])).context["form"]
    assert [kept[one].value() for one in ("people_1", "events_2", "left_out_1")] == [150, 1, 4]
    assert send(case.commissioner, "result_agree", scheme, 1, seen="1").status_code == 302
    page = read(case.finance, "result_scheme", scheme)
    for told in (
        "21 of 200 (10.5%) 6 not counted: £0.00 if all of them had gone the other way",
        "6.5% of people like before 85 and over: 20 of 150; under 85: 1 of 50",
        "-8.47 between -14.27 and -1.55",
        "£5,000.00",
    ):
        assert told in page, told
    assert ResultCount.objects.get().groups == [[20, 150, 4], [1, 50, 2]]


def test_a_run_explains_what_was_adjusted(case: Case) -> None:  # noqa: F811
    run_period(case, ANCHOR)
    count = count_of_groups(1, ((20, 150, 4), (1, 50, 2)))
    both(case, a_scheme(case, terms=terms(groups=AGREED)), count, SECOND)
    line = read(case.finance, "run", run_period(case, SECOND))
    for told in (
        "85 and over 24 of 80 before, 20 of 150 now",
        "Rate of people like before 0.0653 each group weighs as much as it did before",
        "Interval -0.1427 to -0.0155 this one decides",
    ):
        assert told in line, told


def test_a_group_that_was_left_out_is_said(case: Case) -> None:  # noqa: F811
    send(case.commissioner, "result_open", **asked(case, groups=GROUPS))
    scheme = Contract.objects.get().pk
    gone = HARDER | {"people_1": "0", "events_1": "0", "left_out_1": "80"}
    assert send(case.manager, "result_count", scheme, 1, **gone).status_code == 302
    assert "nobody of a group was counted" in read(case.finance, "result_scheme", scheme)
