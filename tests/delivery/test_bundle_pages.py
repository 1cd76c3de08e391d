"""The pages of a bundle: signed, recorded week by week, gone over, ended; refused by field."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.fixtures.browser import Reader
from tests.fixtures.bundled import a_bundle, delivered
from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.money import ANCHOR, a_contract
from whatmatters.access.services import mark_installation
from whatmatters.commissioning.queries import agreement_facts, agreements_of_sources
from whatmatters.delivery.models import Bundle, BundleDay, OverAgreed
from whatmatters.rules.roles import InstallationKind

TODAY = date(2026, 4, 15)  # a Wednesday, in the bundle's second week


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_case()


@pytest.fixture
def mair(case: Case) -> Somebody:
    return a_person(case)


def on(day: date, name: str) -> dict[str, str]:
    """A day as three boxes."""
    told = {"day": day.day, "month": day.month, "year": day.year}
    return {f"{name}-{part}": str(value) for part, value in told.items()}


def test_the_council_signs_a_bundle_with_its_own_settings(case: Case, mair: Somebody) -> None:
    contract = a_contract(case, model="bundled_hours")
    officer, address = Reader(case.social_worker), reverse("bundle_agree", args=[mair.id])
    page = officer.text(address)
    assert "Use may settle at the lower edge of the band." in page
    assert "R-VG (13-week review periods)" in page
    sent = {
        "contract": str(contract),
        **on(ANCHOR, "starts"),
        "weekly_hours": "0",
        "rate": "22.40",
        "tolerance": "5",
    }
    refused = officer.send(address, **sent).content.decode()
    assert 'id="id_weekly_hours-error"' in refused or "weekly_hours-error" in refused
    assert not Bundle.objects.exists()
    officer.send(address, **sent | {"weekly_hours": "10"})
    bundle = Bundle.objects.get()
    found = agreements_of_sources(case.council_id, "bundle", [bundle.pk])
    (facts,) = agreement_facts(case.council_id, ids=found.values())
    assert (facts.terms["weekly_hours"], facts.terms["rate"]) == (Decimal(10), Decimal("22.4"))
    # What was answered, and the default where nothing was.
    assert (facts.terms["tolerance"], facts.terms["review_weeks"]) == (Decimal("0.05"), 13)
    again = officer.send(address, **sent | {"weekly_hours": "10"}).content.decode()
    assert "A bundle of this provider runs on 6 April 2026 already. End it first." in again
    assert Bundle.objects.count() == 1


def test_a_week_is_recorded_and_only_what_differs_is_written(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    delivered(case, bundle, date(2026, 4, 13), 60)
    team, address = Reader(case.manager), reverse("bundle_days", args=[mair.id, "2026-04-15"])
    page = team.text(address)
    # Monday to today; the days ahead ask nothing.
    assert "Wednesday 15 April" in page
    assert "Thursday 16 April" not in page
    week = {"day_20260413": "60", "day_20260414": "0", "day_20260415": ""}
    team.send(address, **week)
    team.send(address, **week)
    written = BundleDay.objects.order_by("id").values_list("date", "revision", "minutes")
    assert list(written) == [(date(2026, 4, 13), 1, 60), (date(2026, 4, 14), 1, 0)]
    refused = team.send(address, **week | {"day_20260414": "1441", "day_20260413": ""})
    words = refused.content.decode()
    assert "This day is recorded. Write 0 where nobody came" in words
    assert BundleDay.objects.count() == 2
    team.send(address, **week | {"day_20260413": "75"})
    assert BundleDay.objects.order_by("id").values_list("revision", "minutes").last() == (2, 75)
    assert team.client.get(reverse("bundle_days", args=[mair.id, "never"])).status_code == 404


def test_more_than_the_bundle_is_agreed_for_this_review_or_the_next(
    case: Case, mair: Somebody
) -> None:
    a_bundle(case, mair)
    officer, address = Reader(case.commissioner), reverse("bundle_over", args=[mair.id])
    page = officer.text(address)
    assert "6 April 2026 – 5 July 2026" in page
    assert "6 July 2026 – 4 October 2026" in page
    officer.send(address, review="2026-07-06", minutes="120")
    assert list(OverAgreed.objects.values_list("review_starts", "minutes")) == [
        (date(2026, 7, 6), 120)
    ]
    assert officer.send(address, review="2026-10-05", minutes="120").status_code == 422


def test_a_bundle_is_ended_with_a_reason_and_the_pages_say_so(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    officer, address = Reader(case.social_worker), reverse("bundle_end", args=[mair.id])
    home = reverse("bank", args=[mair.id])
    assert address in officer.text(home)
    assert officer.send(address, **on(TODAY, "on")).status_code == 422
    officer.send(address, **on(TODAY, "on"), reason="no_longer_needed")
    assert Bundle.objects.get(pk=bundle).ends == TODAY
    assert "There is no bundle here that runs without a last day." in officer.text(address)
    assert reverse("bundle_agree", args=[mair.id]) in officer.text(home)
    team = Reader(case.manager).text(home)
    assert reverse("bundle_days", args=[mair.id, "2026-04-13"]) in team
    assert address not in team


def test_a_bundle_of_somebody_else_s_provider_is_not_shown(case: Case, mair: Somebody) -> None:
    a_bundle(case, mair)
    later = a_person(case, "Gwen Rees")
    address = reverse("bundle_days", args=[later.id, (TODAY - timedelta(days=2)).isoformat()])
    assert Reader(case.manager).client.get(address).status_code == 404
