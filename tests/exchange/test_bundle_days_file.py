"""A provider's file of days: all of it or nothing, each fault named, and twice is once."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse

from tests.fixtures.bundled import a_bundle, delivered
from tests.fixtures.case import Case, Somebody, a_case, a_person, an_actor, moment
from tests.home.test_record import client_of
from whatmatters.access.services import (
    OrganisationGiven,
    add_organisations,
    mark_installation,
)
from whatmatters.delivery.models import BundleDay
from whatmatters.rules.roles import InstallationKind, OrganisationKind, Role

TODAY = date(2026, 4, 15)


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_case()


@pytest.fixture
def mair(case: Case) -> Somebody:
    return a_person(case, "Mair Rees")


def bring(case: Case, text: str | bytes) -> tuple[int, str]:
    """What the page answers to a file, after it was sent on."""
    client, address = client_of(case.manager), reverse("bundle_days_file")
    token = client.get(address).context["form"]["form_token"].value()
    file = BytesIO(text if isinstance(text, bytes) else text.encode())
    file.name = "days.csv"
    answer = client.post(address, {"days": file, "form_token": token})
    if answer.status_code == 302:
        answer = client.get(address)
    return answer.status_code, answer.content.decode()


def test_days_are_new_put_right_or_the_same_and_twice_is_once(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    delivered(case, bundle, date(2026, 4, 6), 60)
    delivered(case, bundle, date(2026, 4, 7), 60)
    days = ("75;06/04/2026", "60;2026-04-07", "0;8 Apr 2026")
    rows = "Minutes;Date;Bundle\n" + "".join(f"{day};{bundle}\n" for day in days)
    status, page = bring(case, rows)
    assert status == 200
    assert "Days recorded: 1 new, 1 put right, 1 the same as before." in page
    assert "8 April 2026" in page  # the newest day, in the list
    written = list(BundleDay.objects.order_by("id").values_list("date", "revision", "minutes"))
    assert written[2:] == [(date(2026, 4, 6), 2, 75), (date(2026, 4, 8), 1, 0)]
    _status, page = bring(case, rows)
    assert "Everything is the same as before: nothing was recorded." in page
    assert BundleDay.objects.count() == 4


def test_every_fault_is_named_and_nothing_is_recorded(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    rows = (
        "bundle,date,minutes\n"
        f"{bundle},2026-04-06,60\n"
        "999999,2026-04-06,60\n"
        f"{bundle},2026-04-05,60\n"
        f"{bundle},2026-04-16,60\n"
        f"{bundle},someday,-1\n"
        f"{bundle},2026-04-06,1441\n"
        f"{bundle},2026-04-07\n"
    )
    status, page = bring(case, rows)
    assert status == 422
    client = client_of(case.manager)
    assert BundleDay.objects.count() == 0
    for told in (
        "the number of one of your bundles, as in the list",
        "a day of this bundle",
        "a day that has come",
        "a day, such as 2026-11-22 or 22/11/2026",
        "a whole number",
        "a whole number of minutes from 0 to 1440",
        "each day of a bundle once in a file",
        "a row with a bundle, a date and minutes",
        "999999",
        "someday",
    ):
        assert told in page
    assert client.get(reverse("bundle_days_file")).status_code == 200


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "this one is empty"),
        ("bundle,date\n1,2026-04-06\n", "the columns bundle, date and minutes"),
        (b"PK\x03\x04", "this is a workbook"),
        ("bundle,date,minutes\n=1+1,2026-04-06,60\n", "a value, not a formula"),
    ],
)
def test_a_file_that_is_none_is_named(
    case: Case, mair: Somebody, text: str | bytes, told: str
) -> None:
    a_bundle(case, mair)
    status, page = bring(case, text)
    assert status == 422
    assert told in page


def test_another_provider_s_bundle_is_no_bundle_of_theirs(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    page = client_of(case.manager).get(reverse("bundle_days_file")).content.decode()
    assert "Mair" in page
    body = OrganisationGiven(OrganisationKind.PROVIDER, "Rival Care", "Gofal Arall")
    (rival,) = add_organisations(by=case.system, at=moment(TODAY), organisations=[body])
    theirs = replace(case, manager=an_actor(case.system, Role.PROVIDER_MANAGER, rival))
    page = client_of(theirs.manager).get(reverse("bundle_days_file")).content.decode()
    assert "Mair" not in page
    status, page = bring(theirs, f"bundle,date,minutes\n{bundle},2026-04-06,60\n")
    assert status == 422
    assert "the number of one of your bundles" in page
    status, _ = bring(case, f"bundle,date,minutes\n{'9' * 5000},2026-04-06,60\n")
    assert status == 422
    assert BundleDay.objects.count() == 0
    assert client_of(case.social_worker).get(reverse("bundle_days_file")).status_code == 403
