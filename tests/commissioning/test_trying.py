"""Terms are tried on a page: what a case comes to, what is wrong with it, and nothing is kept."""

import html
import re

import pytest
from django.test import Client

from tests.permissions.walk import BACKEND
from tests.permissions.world import Places
from whatmatters.commissioning.models import Agreement, Contract

ADDRESS = "/terms/try/"
# Model -> what its example comes to, from the sums written at the head of each case.
TOTALS = {
    "time_and_task": "£33.60",
    "outcome_payments": "−£500.94",
    "bundled_hours": "£112.00",
    "patch_block": "£32,214.57",
    "shift_split": "£135.00",
    "individual_service_fund": "£1,153.85",
    "direct_payment": "£858.00",
    "short_term": "£150.00",
    "introductory_agency": "£224.00",
    "community_outcome": "£12,000.00",
}
TOKEN = "11111111-1111-4111-8111-111111111111"


def reader(places: Places, name: str = "commissioner:council", language: str = "en") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(places[0].readers[name], backend=BACKEND)
    return client


def example(client: Client, model: str) -> str:
    page = client.get(ADDRESS, {"example": model}).content.decode()
    return html.unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.S).group(1)).strip()


def sent(client: Client, case: str):
    return client.post(ADDRESS, {"case": case, "form_token": TOKEN})


def words(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


@pytest.mark.parametrize(("model", "total"), TOTALS.items())
def test_each_example_is_worked_out_as_its_head_says(places: Places, model, total) -> None:
    client = reader(places)
    answer = sent(client, example(client, model))
    assert answer.status_code == 200
    assert f"Together {total}" in words(answer)
    assert "Show the sum" in words(answer)


def test_what_is_left_of_a_fund_is_told(places: Places) -> None:
    client = reader(places)
    answer = sent(client, example(client, "individual_service_fund"))
    assert "Carried forward: £553.85." in words(answer)


def test_everything_wrong_is_told_by_its_line_and_nothing_is_guessed(places: Places) -> None:
    client = reader(places)
    case = example(client, "time_and_task").replace("rate = 22.40", 'rate = "much"\nspeed = 9')
    answer = sent(client, case)
    assert answer.status_code == 422
    assert "2 things are wrong" in words(answer)
    assert "agreement.terms.rate : This should be a number." in words(answer)
    assert "agreement.terms.speed : This key is not known here." in words(answer)
    assert 'rate = "much"' in html.unescape(answer.content.decode())


def test_an_empty_case_asks_for_one(places: Places) -> None:
    answer = sent(reader(places), "")
    assert answer.status_code == 422
    assert "“The case” needs an answer" in words(answer)


def test_each_setting_tells_its_tradition_and_its_risk_in_both_languages(places: Places) -> None:
    english = words(reader(places).get(ADDRESS, {"example": "bundled_hours"}))
    assert "R-VG (Vale of Glamorgan: plus or minus 8%)" in english
    assert "Use may settle at the lower edge of the band." in english
    welsh = words(reader(places, language="cy").get(ADDRESS, {"example": "bundled_hours"}))
    assert "Gall y defnydd setlo ar ymyl isaf y band." in welsh


def test_what_one_more_hour_does_to_income_is_said(places: Places) -> None:
    client = reader(places)
    answer = words(sent(client, example(client, "time_and_task")))
    assert "One more hour of need changes the provider’s income by £22.40" in answer


def test_an_unknown_example_is_an_empty_page(places: Places) -> None:
    assert example(reader(places), "../../etc/passwd") == ""


def test_nothing_that_is_tried_is_kept(places: Places) -> None:
    before = (Contract.objects.count(), Agreement.objects.count())
    client = reader(places, "provider_manager:provider")
    assert sent(client, example(client, "patch_block")).status_code == 200
    assert (Contract.objects.count(), Agreement.objects.count()) == before
