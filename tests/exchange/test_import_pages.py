"""The page's files wait in the data folder, and are gone once they have served."""

import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.exchange import files
from tests.exchange.files import a_council
from tests.fixtures.case import moment
from tests.frontend.strict_html import faults
from whatmatters.access.models import User
from whatmatters.access.services import mark_installation
from whatmatters.exchange.services.uploads import sweep
from whatmatters.people.models import Person
from whatmatters.policy.imports import most_page_bytes
from whatmatters.rules.roles import InstallationKind

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path: Path) -> None:
    """A data folder of each test's own."""
    settings.DATA = tmp_path


@pytest.fixture
def client(db: None) -> Client:
    """The commissioner, who has shown a second factor."""
    by, _ = a_council()
    user = User.objects.get(pk=by.user_id)
    client = Client()
    client.force_login(user, backend=BACKEND)
    user.authenticator_set.create(type="totp", data={})
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return client


def _sent(client: Client, **texts: str | bytes):
    given = []
    for name, text in texts.items():
        held = BytesIO(text if isinstance(text, bytes) else text.encode())
        held.name = f"{name}.csv"
        given.append(held)
    token = "7b0f3a52-0000-4000-8000-000000000001"
    return client.post(reverse("imports"), {"sheets": given, "form_token": token})


def _waiting() -> list[Path]:
    return [p for p in (Path(settings.DATA) / "uploads").glob("**/*") if p.is_file()]


def test_files_wait_until_they_are_taken_in_and_are_gone_then(client: Client) -> None:
    assert _sent(client, people=files.PEOPLE).headers["Location"] == reverse("import_preview")
    (waiting,) = _waiting()
    assert waiting.name == "people.csv"
    assert waiting.parent.stat().st_mode & 0o077 == 0
    assert "LL21" not in client.get(reverse("import_preview")).content.decode()
    assert Person.objects.count() == 0
    done = client.post(reverse("import_preview"), {"take_in": "1"})
    assert done.headers["Location"] == reverse("imports")
    assert Person.objects.count() == 2
    assert _waiting() == []
    twice = client.post(reverse("import_preview"), {"take_in": "1"})
    assert twice.status_code == 422
    assert "No files are waiting" in twice.content.decode()


def test_problems_are_a_spreadsheet_that_runs_nothing(client: Client) -> None:
    _sent(client, people=files.PEOPLE.replace("Mair,", "=1+1,"))
    assert client.post(reverse("import_preview"), {"take_in": "1"}).status_code == 422
    told = client.get(reverse("import_problems")).content.decode()
    assert '"people.csv",2,"known_as","\'=1+1",' in told
    client.post(reverse("import_preview"), {"throw_away": "1"})
    assert _waiting() == []


def test_many_problems_are_paged(client: Client) -> None:
    heading, row, *_ = files.PEOPLE.splitlines()
    rows = [row.replace(row.split(",")[0], f"=1+{number}", 1) for number in range(30)]
    _sent(client, people="\n".join([heading, *rows, ""]))
    pages = [
        client.get(reverse("import_preview") + query).content.decode()
        for query in ("", "?page=2", "?page=3")
    ]
    assert [page.count("<td>people.csv</td>") for page in pages] == [25, 5, 5]
    assert 'href="?page=2"' in pages[0]
    assert faults(pages[0]) == []


def test_a_name_cannot_lead_out_of_the_folder(client: Client) -> None:
    _sent(client, **{"../../../people": files.PEOPLE})
    (waiting,) = _waiting()
    assert waiting.name == "people.csv"
    client.post(reverse("import_preview"), {"throw_away": "1"})


def test_too_much_for_a_page_is_for_the_command(client: Client) -> None:
    answer = _sent(client, people=b"x" * (most_page_bytes() + 1))
    assert answer.status_code == 422
    assert "taken in by the command" in answer.content.decode()
    assert _waiting() == []


def test_what_nobody_took_in_within_a_day_is_removed(client: Client) -> None:
    _sent(client, people=files.PEOPLE)
    council_id = int(_waiting()[0].parents[2].name)
    sweep(council_id=council_id, at=moment(files.TODAY))
    assert len(_waiting()) == 1
    later = moment(files.TODAY.replace(year=2099))
    sweep(council_id=council_id, at=later)
    assert _waiting() == []


def test_a_demonstration_takes_no_files(client: Client) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(files.TODAY), as_of=files.TODAY)
    answer = _sent(client, people=files.PEOPLE)
    assert answer.status_code == 422
    assert "nothing real is taken in" in answer.content.decode()
    assert _waiting() == []


def test_the_empty_files_are_packed_with_the_page_in_both_languages(client: Client) -> None:
    packed = client.get(reverse("exchange_templates")).content
    names = set(ZipFile(BytesIO(packed)).namelist())
    assert {"people.csv", "plans.csv", "columns.html", "colofnau.html"} <= names
    page = ZipFile(BytesIO(packed)).read("colofnau.html").decode()
    assert "Yr hyn sydd ym mhob colofn" in page


@pytest.mark.parametrize(
    ("language", "heading", "looks", "after"),
    [
        ("en-gb", "Is 1 row somebody who is here already?", "row 2 (P-1), Ifan Hughes",
         "1 row that looks like somebody was taken in as somebody new."),
        ("cy", "A yw 1 rhes yn rhywun sydd yma eisoes?", "rhes 2 (P-1), Ifan Hughes",
         "Daeth 1 rhes sy’n edrych fel rhywun i mewn fel rhywun newydd."),
    ],
)  # fmt: skip
def test_the_page_asks_about_rows_that_look_like_somebody(
    client: Client, language: str, heading: str, looks: str, after: str
) -> None:
    twins = "person_id,full_name,born,language,postcode\nP-1,Ifan Hughes,1938-03-01,cy,LL21 0HA\n"
    twins += "P-2,Evan Huws,1938-01-03,cy,LL21 0HA\n"
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    _sent(client, people=twins)
    page = client.get(reverse("import_preview")).content.decode()
    assert faults(page) == []
    assert heading in page
    assert looks in page
    assert "Evan Huws (P-2)" in page
    done = client.post(reverse("import_preview"), {"take_in": "1"}, follow=True)
    assert after in done.content.decode()
    assert Person.objects.count() == 2
