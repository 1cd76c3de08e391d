"""Pages of shifts that are paid whole: told, brought, and divided three ways before all."""

import re
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paid import browser_of
from tests.fixtures.shifted import USUAL, a_scheme, like, nhs, put_right, terms, told
from tests.frontend.strict_html import faults
from whatmatters.access.models import Draft
from whatmatters.access.services import mark_installation
from whatmatters.commissioning.models import Contract, ContractTerms
from whatmatters.payments.services import set_calendar
from whatmatters.rules.roles import InstallationKind
from whatmatters.shifts.models import WorkedShift

pytestmark = pytest.mark.once

TODAY = date(2026, 4, 29)
CONTACT = {"social": "240", "health": "80", "travel": "60"}
SHIFT = {"reference": "A-1", "tier": "support", "staff": "1", "length": "480"} | CONTACT


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


def read(actor, name: str, *args: int, language: str = "en-gb", asked: str = "") -> str:
    answer = browser_of(actor, language).get(reverse(name, args=args) + asked)
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def send(actor, name: str, *args: int, **said: object):
    return browser_of(actor).post(reverse(name, args=args), {"form_token": str(uuid4()), **said})


def day(field: str, on: date) -> dict[str, str]:
    return {f"{field}-day": str(on.day), f"{field}-month": str(on.month), f"{field}-year": "2026"}


TERMS = {
    "tier_1": "support",
    "rate_1": "13.50",
    "tier_2": "senior",
    "rate_2": "15.20",
    "on_costs": "25",
    "method": "marginal",
    "nhs_share": "30",
}


def agreed(case: Case, **other: str) -> dict[str, str]:
    parties = {"provider": str(case.provider_id), "nhs": str(nhs(case)), "reference": "ALL-1"}
    return parties | day("starts", ANCHOR) | TERMS | other


def test_a_scheme_is_agreed_told_and_divided_before_the_council_and_the_provider(
    case: Case,
) -> None:
    """The usual shift of 135.00: 101.25 and 33.75 by contact, 108.28 and 26.72 by the NHS's own
    minutes, 94.50 and 40.50 by 0.3. With 32 minutes more of health: NHS 112/320 is 47.25, its own
    112 + 60 x 112/320 = 133 of 480 are 37.41. With 32 fewer: 48/320 are 20.25, 57 of 480 16.03."""
    asked = agreed(case)
    wrong = send(case.commissioner, "shift_open", **asked, tier_3="nurse")
    assert wrong.status_code == 422
    assert "Tier 3 needs a name and a rate" in wrong.content.decode()
    assert Contract.objects.count() == 0
    send(case.commissioner, "shift_open", **asked)
    scheme = Contract.objects.get().pk
    assert "ALL-1" in read(case.manager, "shift_schemes")
    on = day("on", USUAL.on)
    assert send(case.manager, "shift_told", scheme, **SHIFT, **on).status_code == 302
    pages = [read(one, "shift_scheme", scheme) for one in (case.finance, case.commissioner)]
    for page in (*pages, read(case.manager, "shift_scheme", scheme)):
        for row in (
            "£101.25 £33.75 £135.00 +£13.50 -£13.50",
            "£108.28 £26.72 £135.00 +£10.69 -£10.69",
            "£94.50 £40.50 £135.00 £0.00 £0.00",
            "£108.28 £26.72 £135.00",
            "social care 240, health 80, travel 60, free 100",
            "£13.50 an hour",
        ):
            assert row in page.replace("\u2212", "-")
    assert "Tair ffordd o rannu" in read(case.finance, "shift_scheme", scheme, language="cy")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("tier", "nurse", "Select a valid choice"),
        ("length", "1441", "less than or equal to 1440"),
        ("travel", "161", "come to 481, and 480 are paid"),
        ("on-month", "3", "are not paid on 7 March 2026"),
        ("on-month", "5", "That day is still to come"),
        ("on-day", "9", "“A-0” was told for 8 April 2026"),
        ("reference", "a-0", "“A-0” is told already, for 8 April 2026"),
        ("reference", "", "needs an answer"),
    ],
)
def test_a_shift_that_is_wrong_is_said_and_not_kept(
    case: Case, field: str, value: str, said: str
) -> None:
    scheme = a_scheme(case)
    told(case, scheme, like(reference="A-0", on=date(2026, 4, 8)))
    known = {"reference": "a-0"} if field == "on-day" else {}
    if value == "a-0":
        known = {"length": "481"}
    on = date(2026, 4, 8) if value == "a-0" else USUAL.on
    asked = {**SHIFT, **known, **day("on", on), field: value}
    answer = send(case.manager, "shift_told", scheme, **asked)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert WorkedShift.objects.count() == 1


def test_a_shift_is_put_right_by_its_own_form_and_says_so(case: Case) -> None:
    scheme = a_scheme(case)
    told(case, scheme, USUAL)
    page = browser_of(case.manager).get(reverse("shift_told", args=[scheme]) + "?shift=1")
    form = page.context["form"]
    assert "“A-1”" in page.content.decode()
    assert "reference" not in form.fields
    asked = {name: form[name].value() for name in ("shift", "seen", "length", "health")}
    assert list(asked.values()) == [1, 1, 480, 80]
    nothing = {"length": "0", "social": "0", "health": "0", "travel": "0"}
    for other in (nothing, CONTACT):  # the second from a form that was opened before the first
        sent = SHIFT | asked | other | {"reference": "A-1b"} | day("on", USUAL.on)
        answer = send(case.manager, "shift_told", scheme, **sent)
    assert "Somebody put “A-1” right after you opened it" in answer.content.decode()
    shown = read(case.finance, "shift_scheme", scheme)
    assert "(put right)" in shown
    who = browser_of(case.finance).get(reverse("shift_scheme", args=[scheme])).context["ever_told"]
    assert [(one.facts.length, one.facts.social, name) for one, name in who] == [
        (0, 0, case.manager.name),
        (480, 240, case.manager.name),
    ]
    assert "support: 1 × 480 minutes; social care 240, health 80, travel 60." in shown
    assert "Not worked after all: nothing is paid." in shown
    assert "No shift of these weeks is paid as it stands." in shown


def test_a_correction_that_was_put_aside_is_still_of_that_shift_as_it_was_seen(case: Case) -> None:
    scheme, browser = a_scheme(case), browser_of(case.manager)
    told(case, scheme, USUAL)
    address = reverse("shift_told", args=[scheme])
    html = browser.get(f"{address}?shift=1").content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html))
    browser.post(reverse("drafts"), hidden | SHIFT | {"length": "540", "do": "later"})
    put_right(case, scheme, 1, like(length=500), at=TODAY)
    form = browser.get(f"{address}?draft={Draft.objects.get().key}").context["form"]
    kept = [form[name].value() for name in ("shift", "seen", "length")]
    assert [str(one) for one in kept] == ["1", "1", "540"]
    assert "reference" not in form.fields


def test_a_file_is_taken_in_whole_or_not_at_all_and_twice_is_once(case: Case) -> None:
    scheme = a_scheme(case)
    told(case, scheme, USUAL, like(reference="A-0"))
    head = "shift,date,tier,workers,minutes,social,health,travel\n"
    right = head + "A-1,2026-04-07,support,1,480,240,80,60\nA-2,08/04/2026,senior,3,450,570,330,210"
    wrong = right + "\nA-2,2026-04-09,support,1,480,1,1,1\nA-3,2026-04-05,nurse,0,1441,x,0,0"
    wrong += "\nA-4,2026-04-09,nurse,1,480,1,1,1\nA-5,2026-04-09,support,1,1441,0,0,0"
    wrong += "\na-0,2026-04-08,support,1,480,240,80,60"
    wrong += "\nA-6,2026-04-09,support,1,480,481,0,0\nA-7,2026-05-09,support,1,480,1,0,0\nA-8"
    answer = bring(case, scheme, wrong)
    assert answer.status_code == 422
    for said in (
        "each shift once in a file",
        "a whole number",
        "a tier that has a rate on that day",
        "one worker or more, at most 1440 minutes each",
        "with people and on the way",
        "7 April 2026, the day for which this shift was told",
        "a day that has come",
        "a row with all eight columns",
    ):
        assert said in answer.content.decode()
    assert WorkedShift.objects.count() == 2
    assert "the columns shift, date" in bring(case, scheme, "a,b\n1,2\n").content.decode()
    assert bring(case, scheme, right).status_code == 302
    assert "1 new, 0 put right, 1 the same" in _said(case, scheme, right.replace("A-2", "A-9"))
    assert "Everything is the same as before" in _said(case, scheme, right)
    assert WorkedShift.objects.count() == 4


def bring(case: Case, scheme: int, text: str):
    file = BytesIO(text.encode())
    file.name = "shifts.csv"
    return send(case.manager, "shift_file", scheme, shifts=file)


def _said(case: Case, scheme: int, text: str) -> str:
    file, browser = BytesIO(text.encode()), browser_of(case.manager)
    file.name = "shifts.csv"
    sent = {"shifts": file, "form_token": str(uuid4())}
    return browser.post(reverse("shift_file", args=[scheme]), sent, follow=True).content.decode()


def test_other_terms_hold_from_their_day_and_the_last_day_is_not_put_off(case: Case) -> None:
    scheme = a_scheme(case)
    told(case, scheme, USUAL, like(reference="A-2", on=date(2026, 4, 20)))
    risen = TERMS | {"method": "fixed", "rate_1": "13.955"}
    sent = send(case.commissioner, "shift_terms", scheme, **risen, **day("on", date(2026, 4, 20)))
    assert sent.status_code == 302
    assert ContractTerms.objects.filter(contract_id=scheme).count() == 2
    page = read(case.finance, "shift_scheme", scheme)
    # 8 h x 13.955 x 1.25 = 139.55, of which 0.3 is 41.865: 97.69 and the NHS's 41.86 (a tie goes to
    # social care). With the first: 205.97 and 68.58.
    assert "£205.97 £68.58 £274.55" in page
    assert "£13.955 an hour" in page
    shown = browser_of(case.commissioner).get(reverse("shift_terms", args=[scheme]))
    assert shown.context["form"]["rate_1"].value() == Decimal("13.955")
    over = {"reason": "no_longer_needed"}
    send(case.commissioner, "shift_end", scheme, **over, **day("on", date(2026, 4, 19)))
    page = read(case.finance, "shift_scheme", scheme)
    assert "Not one of the days that are paid." in page
    assert "Other terms for these shifts" in read(case.commissioner, "shift_scheme", scheme)
    later = day("on", date(2026, 4, 20))
    again = send(case.commissioner, "shift_end", scheme, **over, **later)
    assert "was written already: 19 April 2026" in again.content.decode()


def test_a_wage_that_the_law_has_overtaken_is_named(case: Case) -> None:
    """12.21 was the National Living Wage until 31 March 2026, and 12.71 from the next day."""
    scheme = a_scheme(
        case, agreed=terms(tiers={"support": Decimal("12.21")}), starts=date(2026, 3, 30)
    )
    page = read(case.manager, "shift_scheme", scheme, asked="?period=2026-03-09")
    assert "From 1 April 2026 the rate of the tier “support” is under" in page
    wrong = TERMS | {"rate_2": "12.70"}
    on = day("on", date(2026, 4, 3))
    refused = send(case.commissioner, "shift_terms", scheme, **wrong, **on).content.decode()
    assert "under the National Living Wage of that day, £12.71" in refused
    assert 'href="#id_rate_2"' in refused
    # Put right from the third day: it was under the law on two, and these weeks say so still.
    send(case.commissioner, "shift_terms", scheme, **TERMS, **on)
    page = read(case.manager, "shift_scheme", scheme, asked="?period=2026-03-09")
    assert "£13.50 an hour" in page
    assert "From 1 April 2026 the rate of the tier “support” is under" in page


def test_a_shift_of_a_period_after_the_last_day_is_on_a_page(case: Case) -> None:
    """The last day is in the four weeks from 9 March, the shift in those from 6 April."""
    scheme = a_scheme(case, starts=date(2026, 3, 30))
    told(case, scheme, USUAL)
    over = {"reason": "replaced"} | day("on", date(2026, 4, 1))
    send(case.commissioner, "shift_end", scheme, **over)
    assert "Not one of the days that are paid." in read(case.manager, "shift_scheme", scheme)
    send(case.commissioner, "shift_end", scheme, **over | day("on", date(2026, 3, 29)))
    page = read(case.commissioner, "shift_scheme", scheme)
    assert "It was ended before its first day" in page
    assert "Other terms for these shifts" not in page
    assert "Ended before its first day" in read(case.manager, "shift_schemes")


def test_the_four_weeks_of_the_council_s_calendar_are_chosen(case: Case) -> None:
    scheme = a_scheme(case)
    told(case, scheme, *(like(reference=f"A-{n}", on=ANCHOR + timedelta(days=n)) for n in range(9)))
    page = read(case.finance, "shift_scheme", scheme, asked=f"?period={ANCHOR}")
    assert "£1,215.00" in page  # 9 x 135.00
    assert page.count("social care 240") == 9
    assert "4: 9 April 2026, A-3" in page
    paid = read(case.finance, "run", run_period(case, ANCHOR))
    assert "part of shift 4 on 9 April 2026" in paid
    terms = read(case.commissioner, "contract", scheme)
    assert "{ support = 13.50, senior = 15.20 }" in terms
