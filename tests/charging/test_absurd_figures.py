"""Whatever is typed into a form of charging: it is answered, and stands in the form again."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.fixtures.charged import AFTER, ANCHOR, Charged, a_paid_person
from tests.fixtures.paid import browser_of
from whatmatters.access.services import mark_installation
from whatmatters.charging.models import ChargeLine, ChargingArrangement, FinancialAssessment
from whatmatters.charging.web.charge_days import ChargeDay
from whatmatters.charging.web.figures import Figure, Pounds
from whatmatters.rules.roles import InstallationKind

FIGURES = (
    "99999999999999999999",
    "999999999.99",
    "-1",
    "1e400",
    "NaN",
    "Infinity",
    "0.0000001",
    "9" * 5000,
    "\x00",
    "x",
)
YEARS = ("0001", "1066", "1999", "2100", "9999", "99999", "y")
DAY = {"day": str(ANCHOR.day), "month": str(ANCHOR.month), "year": str(ANCHOR.year)}
RIGHT = {
    "charges_assessment": {
        "starts": DAY,
        "income": "360",
        "capital": "0",
        "housing_costs": "0",
        "disability_costs": "0",
        "basic_entitlement": "200",
        "minimum_income": "200",
        "words": "Her letters",
    },
    "charges_arrangement": {
        "starts": DAY,
        "basis": "bundle_share",
        "hourly_rate": "22.40",
        "share": "50",
        "bundle_hours": "130",
        "bundle_weeks": "13",
        "bands": "100:20 :60",
        "local_cap": "80",
        "guarantee": "70",
        "guarantee_until": DAY,
        "free_from": DAY,
    },
    "charges_weeks": {"through": DAY},
    "charging_laboratory": {
        "incomes": "250 300",
        "must_be_left": "200",
        "housing_costs": "20",
        "capital": "0",
        "hours_planned": "10",
        "hours_given": "8",
        "plan_value": "250",
        "cost": "200",
        "hourly_rate": "22",
        "share": "30",
        "bundle_hours": "130",
        "bundle_weeks": "13",
        "bands": "100:20 :60",
    },
}
# Typed by choice from a list, or in own words: no figure.
NO_FIGURE = {"basis", "words", "form_token"}


@pytest.fixture
def made(db: None) -> Charged:
    mark_installation(kind=InstallationKind.DEMO, at=AFTER, as_of=AFTER.date())
    return a_paid_person()


def address(made: Charged, name: str) -> str:
    return reverse(name, args=[] if name == "charging_laboratory" else [made.herself.id])


def sent(right: dict[str, object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, value in right.items():
        if isinstance(value, dict):
            found |= {f"{field}-{part}": typed for part, typed in value.items()}
        else:
            found[field] = str(value)
    return found


def post(made: Charged, client: Client, name: str, typed: dict[str, str]):
    page = address(made, name)
    token = str(client.get(page).context["form"]["form_token"].value())
    return client.post(page, {**sent(RIGHT[name]), **typed, "form_token": token})


def nothing_kept() -> bool:
    kinds = (FinancialAssessment, ChargingArrangement, ChargeLine)
    return not any(kind.objects.exists() for kind in kinds)


@pytest.mark.parametrize("name", list(RIGHT))
def test_absurd_figures_and_years_are_refused_beside_what_was_typed(
    made: Charged, name: str
) -> None:
    client = browser_of(made.case.commissioner if "lab" in name else made.case.finance)
    form = client.get(address(made, name)).context["form"]
    right = sent(RIGHT[name]) | {"form_token": str(form["form_token"].value())}
    figures = [one for one in RIGHT[name] if one not in NO_FIGURE and not days(form.fields[one])]
    dates = [one for one in RIGHT[name] if days(form.fields[one])]
    cases = [(figures, dict.fromkeys(figures, typed), typed) for typed in FIGURES if figures]
    cases += [(dates, {f"{one}-year": y for one in dates}, y) for y in YEARS if dates]
    assert cases
    for fields, typed, said in cases:
        answer = client.post(address(made, name), right | typed)
        assert answer.status_code == 422, said[:20]
        form = answer.context["form"]
        assert set(fields) <= set(form.errors), (said[:20], form.errors)
        for one in fields:
            shown = form[one].value()
            assert said in shown if one in dates else shown == said, (one, said[:20])
        kept = [one for one in RIGHT[name] if one not in (*fields, *dates)]
        assert [form[one].value() for one in kept] == [right[one] for one in kept]
        assert nothing_kept()


def days(field: object) -> bool:
    return isinstance(field, ChargeDay)


def test_the_most_of_every_figure_is_kept(made: Charged) -> None:
    client = browser_of(made.case.finance)
    money = ("income", "housing_costs", "disability_costs", "basic_entitlement", "minimum_income")
    most = dict.fromkeys(money, "100,000.00") | {"capital": "99,999,999.00"}
    assert post(made, client, "charges_assessment", most).status_code == 302
    most = {
        "hourly_rate": "1,000.00",
        "share": "100",
        "bundle_hours": "20000",
        "bundle_weeks": "104",
        "local_cap": "100,000.00",
        "guarantee": "100,000.00",
        "guarantee_until-year": "2099",
    }
    assert post(made, client, "charges_arrangement", most).status_code == 302
    assert post(made, client, "charges_weeks", {}).status_code == 302


@pytest.mark.parametrize(
    ("name", "typed", "english", "welsh"),
    [
        (
            "charges_arrangement",
            {"hourly_rate": "1000.01"},
            "The most that can be entered here is £1,000.00",
            "Y mwyaf y gellir ei roi yma yw £1,000.00",
        ),
        (
            "charges_arrangement",
            {"bundle_hours": "20000.01"},
            "The most that can be entered here is 20000",
            "Y mwyaf y gellir ei roi yma yw 20000",
        ),
        (
            "charges_weeks",
            {"through-year": "9999"},
            "Write a year from 2000 to 2099",
            "Ysgrifennwch flwyddyn o 2000 i 2099",
        ),
        (
            "charges_arrangement",
            {"bundle_weeks": "105"},
            "Write a whole number of weeks, from 1 to 104",
            "Ysgrifennwch nifer cyfan o wythnosau, o 1 i 104",
        ),
    ],
)
def test_what_is_too_much_is_said_in_both_languages(
    made: Charged, name: str, typed: dict[str, str], english: str, welsh: str
) -> None:
    assert english in post(made, browser_of(made.case.finance), name, typed).content.decode()
    answer = post(made, browser_of(made.case.finance, "cy"), name, typed)
    assert welsh in answer.content.decode()


def test_every_message_of_a_figure_is_there_in_both_languages() -> None:
    for kind in (Pounds, ChargeDay, Figure):
        for code, words in kind.default_error_messages.items():
            with override("en-gb"):
                english = str(words)
            with override("cy"):
                assert str(words) != english, code
