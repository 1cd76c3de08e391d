"""The statement says in words what was charged and why; the forms keep versions and refuse."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import Case, a_case
from tests.fixtures.charged import (
    AFTER,
    ANCHOR,
    SEVENTY,
    WEEKS,
    Charged,
    a_paid_person,
    arranged,
    assessed,
)
from tests.fixtures.paid import browser_of
from whatmatters.access.services import mark_installation
from whatmatters.charging.models import ChargeLine
from whatmatters.charging.queries import arrangements, assessments
from whatmatters.charging.services import charge_weeks
from whatmatters.charging.web.sentences import sentence, time_words
from whatmatters.rules.charging.arrangement import Arrangement, Basis, ValueBand
from whatmatters.rules.charging.means import Allowance, Means
from whatmatters.rules.roles import InstallationKind


@pytest.fixture
def made(db: None) -> Charged:
    mark_installation(kind=InstallationKind.DEMO, at=AFTER, as_of=AFTER.date())
    return a_paid_person()


def page(made: Charged, name: str) -> str:
    return reverse(name, args=[made.herself.id])


def read(client: Client, address: str) -> str:
    body = client.get(address).content.decode().replace("\n", " ")
    return " ".join(body.split())


def posted(made: Charged, name: str, **sent: str):
    client = browser_of(made.case.finance)
    address = page(made, name)
    token = client.get(address).context["form"]["form_token"].value()
    return client.post(address, {"form_token": str(token), **sent})


def monday(day=ANCHOR, name: str = "starts") -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": "2026"}


ASSESSED = {
    "income": "360",
    "capital": "0",
    "housing_costs": "0",
    "disability_costs": "0",
    "basic_entitlement": "200",
    "words": "Her letters",
}
NOTHING = {"basis": "none"}


def test_a_statement_from_the_forms_to_her_own_page_in_both_languages(made: Charged) -> None:
    # 360.00 - (200 + 70 + 20) = 70.00
    kept = posted(made, "charges_assessment", **monday(), **ASSESSED)
    assert kept.status_code == 302
    basis = {"basis": "delivered_minutes", "hourly_rate": "15.00"}
    assert posted(made, "charges_arrangement", **monday(), **basis).status_code == 302
    assert posted(made, "charges_weeks", **monday(WEEKS[1], "through")).status_code == 302
    told = read(browser_of(made.herself.actor), page(made, "charges"))
    for words in (
        "What I am charged",
        "£130.00",  # 70.00 and 60.00
        "4 hours given, at £15.00 an hour.",
        "The council paid £80.00, after penalties and what was taken back.",
        "Income £360.00; less housing costs £0.00 and what must be left, £290.00; never below",
        "It is rounded down to a whole penny: £60.00.",
        "share for costs because of disability",
        "is from memory, and is to be verified",
    ):
        assert words in told, words
    assert "Enter a financial assessment" not in told
    welsh = read(browser_of(made.herself.actor, "cy"), page(made, "charges"))
    assert "4 awr wedi’u rhoi, am £15.00 yr awr." in welsh
    assert "Yr hyn a godir arnaf i" in welsh


def test_a_refund_says_what_was_charged_and_what_is_right(made: Charged) -> None:
    arranged(made)
    assessed(made)
    charge = {"by": made.case.finance, "at": AFTER, "person_id": made.herself.id}
    charge_weeks(through=WEEKS[0], **charge)
    assessed(made, Means(income=Decimal(330), basic_entitlement=Decimal(200)))
    charge_weeks(through=WEEKS[0], **charge)
    told = read(browser_of(made.herself.actor), page(made, "charges"))
    assert "Money back for this week" in told
    words = "Charged before for this week: £70.00. Right is: £40.00. So: −£30.00."
    assert words in told


def test_a_year_of_lines_stands_on_a_page(made: Charged) -> None:
    arranged(made)
    assessed(made)
    charge_weeks(by=made.case.finance, at=AFTER, person_id=made.herself.id, through=WEEKS[0])
    line = ChargeLine.objects.get()
    week = line.week_start
    for number in range(1, 56):
        line.pk, line.week_start = None, week - timedelta(weeks=number)
        line.save(force_insert=True)
    address = page(made, "charges")
    told = [
        browser_of(made.herself.actor).get(address + query).content.decode()
        for query in ("", "?page=2")
    ]
    assert [one.count("written on") for one in told] == [52, 4]
    assert "56 weeks" in told[1]


@pytest.mark.parametrize(
    ("name", "sent", "words"),
    [
        ("charges_assessment", monday(WEEKS[0].replace(day=8)) | ASSESSED, "holds from a Monday"),
        (
            "charges_assessment",
            monday() | ASSESSED | {"capital": ""},
            "“Savings and capital” needs an answer",
        ),
        ("charges_arrangement", monday(date(2026, 3, 30)) | NOTHING, "begin with the week from 6"),
        ("charges_arrangement", monday() | {"basis": "planned_hours"}, "This is needed here"),
        ("charges_arrangement", monday() | {"basis": "none", "bands": "x"}, "Write bands such as"),
        (
            "charges_arrangement",
            monday() | {"basis": "plan_price_share", "share": "120"},
            "at most 100 per cent",
        ),
        ("charges_weeks", monday(WEEKS[0], "through"), "Nobody has said yet how"),
    ],
)
def test_what_is_refused_is_said_beside_its_question(
    made: Charged, name: str, sent: dict[str, str], words: str
) -> None:
    answer = posted(made, name, **sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    council_id, who = made.case.council_id, made.herself.id
    assert (assessments(council_id, who), arrangements(council_id, who)) == ((), ())
    assert ChargeLine.objects.count() == 0


def test_a_blank_is_no_answer_unless_an_assessment_was_declined(made: Charged) -> None:
    asked = ("income", "capital", "housing_costs", "disability_costs", "basic_entitlement")
    for name in asked:
        answer = posted(made, "charges_assessment", **monday(), **(ASSESSED | {name: " "}))
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, [name])
    assert assessments(made.case.council_id, made.herself.id) == ()
    declined = {"declined": "on", "words": "She would rather not say"}
    assert posted(made, "charges_assessment", **monday(), **declined).status_code == 302
    (held,) = assessments(made.case.council_id, made.herself.id)
    assert held.means == Means(declined=True)


def test_the_same_page_sent_twice_makes_one_version(made: Charged) -> None:
    client = browser_of(made.case.finance)
    address = page(made, "charges_assessment")
    token = str(client.get(address).context["form"]["form_token"].value())
    for _ in range(2):
        client.post(address, {"form_token": token, **monday(), **ASSESSED})
    (held,) = assessments(made.case.council_id, made.herself.id)
    assert (held.means, held.words) == (SEVENTY, "Her letters")


def test_an_english_council_asks_other_questions(db: None) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=AFTER, as_of=AFTER.date())
    case: Case = a_case("E08000035", "england")
    made = a_paid_person(case)
    figures = {"income": "500", "capital": "0", "housing_costs": "0", "disability_costs": "0"}
    sent = {**figures, "age": "single_pension_age", "words": "Her letters"}
    assert posted(made, "charges_assessment", **monday(), **sent).status_code == 302
    basis = {"basis": "flat_band", "bands": "100:20 300:45.50 :70"}
    assert posted(made, "charges_arrangement", **monday(), **basis).status_code == 302
    (held,) = arrangements(case.council_id, made.herself.id)
    bands = (
        ValueBand(Decimal(100), Decimal(20)),
        ValueBand(Decimal(300), Decimal("45.50")),
        ValueBand(None, Decimal(70)),
    )
    assert held.arrangement == Arrangement(Basis.FLAT_BAND, bands=bands)
    (means,) = assessments(case.council_id, made.herself.id)
    assert means.means.allowances == (Allowance.SINGLE_PENSION_AGE,)
    refused = posted(made, "charges_weeks", **monday(WEEKS[0], "through"))
    assert "Nobody has read the rate “of pension age” for 6 April 2026" in refused.content.decode()
    assert posted(made, "charges_assessment", **monday(), **sent, minimum_income="240")
    assert posted(made, "charges_weeks", **monday(WEEKS[0], "through")).status_code == 302
    # 140.00 of visits a week: the band to 300.00; 500 - 240 = 260 could be afforded
    assert [row.pence for row in ChargeLine.objects.all()] == [4550]


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 hours"), (1, "1 minute"), (60, "1 hour"), (630, "10 hours 30")]
)
def test_time_is_said_as_people_say_it(minutes: int, words: str) -> None:
    assert time_words(minutes).startswith(words)


def test_every_step_of_a_sum_has_its_sentence() -> None:
    flat = {"rule": "flat_band", "inputs": {"plan_value": "231.25", "charge": "45"}}
    words = "What was agreed for this week is worth £231.25; the charge for that is £45.00."
    assert sentence(flat) == words
    tariff = {"capital": "16100", "limit": "14250", "each": "1", "step": "250", "steps": "8"}
    assert "£1.00 a week for each £250.00 or part of it, 8 times." in sentence(
        {"rule": "tariff_income", "inputs": tariff}
    )
    assert sentence({"rule": "cost", "inputs": {"cost": "0", "free_days": "2"}}) == (
        "The council paid nothing. 2 of the seven days are free, so the other days count."
    )


def test_ways_of_charging_are_compared_by_income_with_what_the_law_takes_off(made: Charged) -> None:
    client = browser_of(made.case.commissioner)
    address = reverse("charging_laboratory")
    form = client.get(address).context["form"]
    sent = {name: str(form[name].value()) for name in form.fields}
    pounds = {"cost": "200.00", "plan_value": "250", "hourly_rate": "22", "capital": "0"}
    answer = client.post(
        address,
        sent | pounds | {"must_be_left": "200", "housing_costs": "20", "incomes": "360 500"},
    )
    told = " ".join(answer.content.decode().split())
    assert answer.status_code == 200
    # 360 - 20 - 290 = 50.00; 10 hours at 22.00 are 220.00: 170.00 over what can be afforded
    words = "Hours that are planned: at 2 of 2 incomes the law allows less, by up to £170.00"
    assert words in told
    assert "leaves £290.00" in told
    refused = client.post(address, sent | pounds | {"incomes": "many"})
    assert refused.status_code == 422
    assert ChargeLine.objects.count() == 0
