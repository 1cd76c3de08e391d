"""Hours are typed as one says them, and stand on the team's page and on the worker's own."""

from datetime import date

import pytest
from django import forms
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from tests.permissions.walk import BACKEND
from tests.permissions.world import Place, two_places
from whatmatters.rota.web.hours_field import HoursField

FORM_TOKEN = "6c2f2a1e-8f0e-4d0e-9a60-6b6c1c6a1b11"


@pytest.mark.once
@pytest.mark.parametrize(
    ("typed", "spells"),
    [
        ("", ()),
        ("9:15–15:00", ((555, 900),)),
        ("9.15 to 15.00 and 18:00-24:00", ((555, 900), (1080, 1440))),
        ("18:00–22:00, 7:00–12:00", ((420, 720), (1080, 1320))),
        ("9:15 i 15:00 ac 18:00 tan 22:00", ((555, 900), (1080, 1320))),
    ],
)
def test_hours_are_read_as_one_says_them(typed: str, spells: tuple) -> None:
    assert HoursField().clean(typed) == spells


@pytest.mark.once
@pytest.mark.parametrize("typed", ["9:15", "9–15", "9:15–15:00 or so", "9:75–15:00", "24:30–25:00"])
def test_what_says_no_hours_is_refused(typed: str) -> None:
    with pytest.raises(forms.ValidationError):
        HoursField().clean(typed)


def client_of(place: Place, reader: str) -> Client:
    client = Client()
    client.force_login(place.readers[reader], backend=BACKEND)
    return client


def told(today: date) -> dict[str, str]:
    """Monday in school hours, from a day on; ten hours a week."""
    day = {"starts-day": str(today.day), "starts-month": str(today.month)}
    hours = {"day_0": "9:15–15:00", "rather_not": "4", "least": "10", "most": "12.5"}
    return {"form_token": FORM_TOKEN, "starts-year": str(today.year), **day, **hours}


def test_a_worker_tells_her_hours_and_her_team_reads_them(db: None) -> None:
    here, _ = two_places()
    herself, team_id = client_of(here, "team_member:assigned"), here.ids["team_id"]
    own, team = reverse("hours_own"), reverse("rota_hours", args=[team_id])
    assert "No hours told: on no roster" in herself.get(own).content.decode()
    form = reverse("hours_tell", args=[here.ids["worker_id"]])
    wrong = herself.post(form, {**told(date(2026, 11, 2)), "day_0": "morning"})
    assert "Write from when to when" in wrong.content.decode()
    sent = herself.post(form, told(date(2026, 11, 2)))
    assert (sent.status_code, sent["Location"]) == (302, own)
    for page in (herself.get(own), client_of(here, "provider_manager:provider").get(team)):
        words = page.content.decode()
        assert "Monday: 9:15–15:00" in words
        assert "Rather not: Friday" in words
        assert "10 hours a week by contract, at most 12.5" in words
        assert "Told by team_member:assigned on 30 June 2026" in words
        assert "No hours told" not in words


def test_a_roster_is_read_asked_for_and_accepted_on_the_teams_page(db: None) -> None:
    here, _ = two_places()
    manager, team_id = client_of(here, "provider_manager:provider"), here.ids["team_id"]
    page = reverse("rota_week", args=[team_id, here.ids["week"]])
    words = " ".join(strip_tags(manager.get(page).content.decode()).split())
    assert "Nobody Monday 6 July 2026, 7:00–14:00" in words
    assert "Away, or not in the team on that day: Cadi" in words
    assert "Cadi: No hours are told for this week." in words
    assert "0 hours at work this week, 14 in the 4 weeks before" in words
    assert "Places that nobody has: 1 (6.5 hours). No roster has less: this is proved." in words
    token = {"form_token": FORM_TOKEN}
    make = reverse("rota_week_make", args=[team_id, here.ids["week"]])
    assert "Nobody can be put on a roster yet." in manager.post(make, token).content.decode()
    accept = reverse("rota_accept", args=[here.ids["roster_id"]])
    for _click in range(2):
        sent = manager.post(accept, token)
        assert (sent.status_code, sent["Location"]) == (302, page), "a second click is harmless"
    assert "Accepted" in manager.get(page).content.decode()
