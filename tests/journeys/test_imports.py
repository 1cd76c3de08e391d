"""A council's own files by the page: problems told, put right, taken in, and brought again."""

import time
from io import BytesIO
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.urls import reverse

from tests.exchange import files
from tests.exchange.files import a_council
from tests.exchange.test_register import LOCATIONS
from tests.fixtures.case import moment
from tests.fixtures.databases import Database
from tests.journeys.looking import arriving, assert_accessible, press, shot
from tests.journeys.signing_in import BUTTONS, PASSWORD
from whatmatters.access.models import User
from whatmatters.access.queries import Actor
from whatmatters.access.services import first_actor, remember_language, set_password
from whatmatters.exchange.services.register import take_register
from whatmatters.people.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.both]


@pytest.fixture
def commissioner(own_database: Database) -> Actor:
    """Somebody who may bring files, in a live database: a demonstration takes none."""
    return a_council()[0]


def _signed_in(browser_page, site: str, actor: Actor, language: str, width: int):
    """Signed in to a live database, with the second factor that staff need there."""
    system = first_actor(actor.council_id)
    set_password(by=system, at=moment(files.TODAY), user_id=actor.user_id, password=PASSWORD)
    remember_language(user_id=actor.user_id, language=language)
    page = browser_page(language, width)
    page.goto(f"{site}/sign-in/")
    page.locator("#id_login").fill(User.objects.get(pk=actor.user_id).username)
    page.locator("#id_password").fill(PASSWORD)
    press(page, BUTTONS[language])
    page.goto(f"{site}/sign-in/second-factor/totp/activate/")
    secret = page.locator(".wm-secret").inner_text()
    page.locator("#id_code").fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    with arriving(page):
        page.locator("main form button[type=submit]").first.click()
    return page


def _brought(folder: Path, **texts: str) -> list[str]:
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


def _look_at_the_register(page, site: str, commissioner: Actor, about: str) -> None:
    page.goto(site + reverse("care_register"))
    assert_accessible(page)
    locations = BytesIO(LOCATIONS.replace("Oldham\n", "Gwynedd\n").encode())
    system = first_actor(commissioner.council_id)
    take_register(by=system, at=moment(files.TODAY), file=locations, name="locations.csv")
    page.goto(site + reverse("care_register"))
    assert page.get_by_role("link", name="First Homecare").is_visible()
    assert_accessible(page)
    shot(page, f"care-register-{about}")


def _asked_who_it_is(page, folder: Path, names: tuple[str, str], about: str) -> None:
    """Rows that look like somebody under another id: questions, on a page of its own kind."""
    away, look = names
    press(page, away)
    alike = files.PEOPLE.replace("P-0001", "P-0009").replace("P-0002", "P-0010")
    page.locator("#id_sheets").set_input_files(_brought(folder, people=alike))
    press(page, look)
    assert page.get_by_role("rowheader", name="(P-0009)").is_visible()
    assert_accessible(page)
    shot(page, f"imports-questions-{about}")


@pytest.mark.parametrize(
    ("language", "width", "look", "take", "away", "again"),
    [
        ("en-gb", 1280, "Look at the files", "Take everything in", "Throw these files away",
         "Everything is the same as before"),
        ("cy", 320, "Edrych ar y ffeiliau", "Derbyn popeth", "Taflu’r ffeiliau hyn",
         "Mae popeth yr un fath ag o’r blaen"),
    ],
)  # fmt: skip
def test_files_are_looked_at_put_right_and_taken_in(
    commissioner: Actor, site: str, browser_page, tmp_path: Path,
    language: str, width: int, look: str, take: str, away: str, again: str,
) -> None:  # fmt: skip
    page = _signed_in(browser_page, site, commissioner, language, width)
    about = f"{language}-{width}"
    _look_at_the_register(page, site, commissioner, about)
    page.goto(site + reverse("exchange_columns"))
    assert_accessible(page)
    shot(page, f"columns-{about}")
    page.goto(site + reverse("imports"))
    assert_accessible(page)
    shot(page, f"imports-empty-{about}")
    press(page, look)
    assert page.locator("#id_sheets-error").is_visible()
    assert_accessible(page)
    shot(page, f"imports-error-{about}")
    bad = files.PEOPLE.replace("1944-02-29", "31/02/1944").replace("Mair,", "=1+1,")
    page.locator("#id_sheets").set_input_files(_brought(tmp_path, people=bad))
    press(page, look)
    assert page.get_by_text("31/02/1944").is_visible(), page.content()
    assert page.get_by_role("button", name=take).count() == 0
    assert_accessible(page)
    shot(page, f"imports-problems-{about}")
    press(page, away)
    brought = _brought(tmp_path, people=files.PEOPLE, providers=files.PROVIDERS)
    page.locator("#id_sheets").set_input_files(brought)
    press(page, look)
    assert_accessible(page)
    shot(page, f"imports-preview-{about}")
    assert Person.objects.count() == 0
    press(page, take)
    assert Person.objects.count() == 2
    assert page.get_by_role("rowheader", name="people.csv").is_visible()
    assert_accessible(page)
    shot(page, f"imports-{about}")
    page.locator("#id_sheets").set_input_files(brought)
    press(page, look)
    assert page.get_by_text(again).is_visible()
    _asked_who_it_is(page, tmp_path, (away, look), about)
