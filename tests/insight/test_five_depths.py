"""The pages of the five depths: the same numbers for both sides, hers for the worker alone."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fixtures.case import Case, a_case, a_contract, an_actor, moment
from tests.fixtures.figured import a_team
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from tests.insight.test_dashboard_figures import ON, another_provider, reviewed
from whatmatters.access.models import Organisation
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.people.models import Person
from whatmatters.rules.roles import InstallationKind, Role

# Session, user, actor and installation; then the figures. The same at every number of rows.
MOST = {"department": 12, "provider": 12, "team": 12, "mine": 9, "case": 14, "behind": 9}


@pytest.fixture
def case(db: None) -> Case:
    """Eight people of the provider and six of a rival, each with a concluded review."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(ON), as_of=ON)
    case = a_case()
    contract_id, rival = a_contract(case, "A/1"), another_provider(case)
    for number in range(8):
        reviewed(case, contract_id, f"Own {number}", (10, 0) if number % 2 else (10, 4))
    for number in range(6):
        reviewed(case, contract_id, f"Rival {number}", (0,), rival)
    return case


def table(actor: Actor, address: str) -> list[list[str]]:
    """The figures of a page as its reader downloads them."""
    answer = browser_of(actor).get(address + "?as=csv")
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/csv")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def addresses(case: Case) -> dict[str, tuple[Actor, str]]:
    person_id = Person.objects.filter(full_name="Own 1").values_list("pk", flat=True)[0]
    team_id = a_team(
        case, *Person.objects.filter(full_name__startswith="Own").values_list("pk", flat=True)
    )
    return {
        "department": (case.commissioner, reverse("dashboard")),
        "provider": (case.commissioner, reverse("dashboard_provider", args=[case.provider_id])),
        "team": (case.team_member, reverse("dashboard_team", args=[team_id])),
        "mine": (case.team_member, reverse("dashboard_mine")),
        "case": (case.commissioner, reverse("dashboard_case", args=[person_id])),
    }


def test_provider_and_commissioner_read_identical_numbers(case: Case) -> None:
    theirs = table(case.manager, reverse("dashboard"))
    ours = table(case.commissioner, reverse("dashboard_provider", args=[case.provider_id]))
    assert theirs == ours
    achieved = next(row for row in ours if row[1].startswith("My outcome"))
    assert achieved[4:11] == ["8", "16", "50.0", "%", "28.0", "72.0", "2026-04-16"]
    assert theirs[0][13:] == [
        "What is counted",
        "Out of what",
        "How it is worked out",
        "Requirement",
    ]
    assert achieved[13:16] == [
        "outcomes that the person says were wholly achieved",
        "outcomes of reviews concluded in these weeks that the person answered for herself",
        "Outcomes of reviews concluded in these weeks. What somebody else said on the person’s "
        "behalf is left out, and so are outcomes that the person let go.",
    ]
    pages = [
        browser_of(actor).get(address).content.decode()
        for actor, address in (
            (case.manager, reverse("dashboard")),
            (case.commissioner, reverse("dashboard_provider", args=[case.provider_id])),
        )
    ]
    shown = [page.partition("<main")[2].partition("</main")[0] for page in pages]
    mine, council = (re.findall(r">([^<]*\d[^<]*)<", page) for page in shown)
    assert mine == council
    # Of a team too; a worker’s page is hers alone.
    by, address = addresses(case)["team"]
    assert table(by, address) == table(case.commissioner, address)
    assert address in browser_of(case.commissioner).get(reverse("dashboard_teams")).content.decode()
    assert browser_of(case.commissioner).get(reverse("dashboard_mine")).status_code == 403
    # The leading ones stand first on her own first page, as the council reads them.
    first = browser_of(case.manager).get(reverse("home")).content.decode()
    mine, council = (
        p.partition('"wm-measure-list">')[2].partition("</ul>")[0] for p in (first, shown[1])
    )
    assert "8 of 16 outcomes" in council
    assert mine == council


def test_a_rival_may_open_no_others_figures(case: Case) -> None:
    rival_id = another_rival(case)
    rival = an_actor(case.system, Role.PROVIDER_MANAGER, rival_id, "Rival")
    own = reverse("dashboard_provider", args=[case.provider_id])
    assert browser_of(rival).get(own).status_code == 404
    assert browser_of(rival).get(reverse("dashboard_team", args=[a_team(case)])).status_code == 404


def another_rival(case: Case) -> int:
    from tests.permissions.world import _rival

    return _rival(case)


def test_the_workers_figures_are_hers_and_hold_no_minutes_speed_or_rank(case: Case) -> None:
    actor, address = addresses(case)["mine"]
    told = browser_of(actor).get(address).content.decode()
    words = re.sub(r"<[^>]*>", " ", told.partition("<main")[2]).lower()
    words = words.replace("hold no minutes, no days and no rank", "")
    for banned in ("minute", "hour", "speed", "faster", "slower", "rank", "average", "days to"):
        assert banned not in words, banned
    assert "my outcome was wholly achieved" in words
    keys = {row[1] for row in table(actor, address)[1:]}
    assert not any(word in key.lower() for key in keys for word in ("start", "cost", "paid"))
    for other in (case.manager, case.commissioner):
        assert browser_of(other).get(address).status_code == 403
    # Somebody else's own page is her own: nobody's name or number is in the address.
    stranger = an_actor(case.system, Role.TEAM_MEMBER, case.provider_id, "Stranger")
    assert "Too few to tell" in browser_of(stranger).get(address).content.decode()


def test_a_figure_opens_to_the_people_whom_the_reader_may_see(case: Case) -> None:
    behind = reverse("dashboard_cases", args=["outcomes_achieved"])
    told = browser_of(case.commissioner).get(behind).content.decode()
    assert all(f"Own {n}" in told for n in range(8))
    assert "Rival 3" in told
    theirs = browser_of(case.manager).get(behind).content.decode()
    assert "Rival" not in theirs.partition("<main")[2]
    scrutiny = an_actor(case.system, Role.SCRUTINY, case.council_organisation_id, "s")
    assert browser_of(scrutiny).get(behind).status_code == 403
    page = browser_of(scrutiny).get(reverse("dashboard")).content.decode()
    assert "/behind/" not in page


def test_a_worker_opens_a_figure_only_to_whom_she_works_with(case: Case) -> None:
    actor, _address = addresses(case)["team"]
    stranger = an_actor(case.system, Role.CARE_WORKER, case.provider_id, "Stranger")
    for who in (actor, stranger):
        found = browser_of(who).get(reverse("dashboard_mine_cases", args=["outcomes_achieved"]))
        assert "Own 1" not in found.content.decode()  # neither may see judgements
    on_track = reverse("dashboard_mine_cases", args=["outcomes_on_track"])
    assert browser_of(stranger).get(on_track).status_code == 200


def test_what_is_withheld_does_not_open(db: None) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(ON), as_of=ON)
    case = a_case()
    contract_id = a_contract(case, "A/1")
    for number in range(4):
        reviewed(case, contract_id, f"Own {number}", (10, 10))
    for actor in (case.commissioner, case.manager):
        answer = browser_of(actor).get(reverse("dashboard_cases", args=["outcomes_achieved"]))
        assert "A figure that is left out does not open" in answer.content.decode()
        assert "Own 1" not in answer.content.decode()
    assert browser_of(case.commissioner).get("/dashboard/behind/nothing/").status_code == 404


def test_four_reviews_and_forty_ask_the_database_the_same(case: Case) -> None:
    asked: dict[str, set[int]] = {}
    pages = addresses(case)
    pages["behind"] = (case.commissioner, reverse("dashboard_cases", args=["outcomes_achieved"]))
    contract_id = a_contract(case, "B/2", leads=False)
    for _ in range(2):
        for depth, (actor, address) in pages.items():
            browser = browser_of(actor)
            browser.get(address)
            with CaptureQueriesContext(connection) as queries:
                answer = browser.get(address)
            assert faults(answer.content.decode()) == []
            asked.setdefault(depth, set()).add(len(queries))
        for number in range(20):
            reviewed(case, contract_id, f"More {number}", (10, 4, 0))
    assert all(len(counts) == 1 for counts in asked.values()), asked
    assert {
        depth: max(counts) for depth, counts in asked.items() if max(counts) > MOST[depth]
    } == {}


def test_a_filter_that_is_none_is_said_and_shows_everything(case: Case) -> None:
    browser = browser_of(case.commissioner)
    some = browser.get(reverse("dashboard") + "?figures=leading").content.decode()
    assert "What each outcome achieved cost" not in some
    wrong = browser.get(reverse("dashboard") + "?figures=none").content.decode()
    assert faults(wrong) == []
    assert "There is a problem" in wrong
    assert "What each outcome achieved cost" in wrong


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_every_page_is_whole_in_both_languages(case: Case, language: str) -> None:
    pages = list(addresses(case).values())
    pages += [
        (case.commissioner, reverse(name)) for name in ("dashboard_method", "dashboard_providers")
    ]
    pages += [(case.manager, reverse("dashboard_teams"))]
    pages += [
        (case.commissioner, reverse("dashboard_cases", args=[key])) for key in ("voices", "gaps")
    ]
    for actor, address in pages:
        answer = browser_of(actor, language).get(address)
        assert answer.status_code == 200, address
        assert faults(answer.content.decode()) == [], address


def test_a_name_in_the_table_is_no_formula(case: Case) -> None:
    Person.objects.filter(full_name="Own 1").update(known_as='=HYPERLINK("x")')
    actor, address = addresses(case)["case"]
    rows = table(actor, address)
    assert {row[0] for row in rows[1:]} == {'\'=HYPERLINK("x")'}


def test_providers_page_and_are_found_by_a_part_of_a_name(case: Case) -> None:
    kept = Organisation.objects.get(pk=case.provider_id)
    for number in range(30):
        kept.pk, kept.code = None, f"more-{number}"
        kept.name_en = kept.name_cy = f"Tŷ Gofal {number:02}"
        kept.save(force_insert=True)
    browser = browser_of(case.commissioner)

    def named(query: str) -> int:
        page = browser.get(reverse("dashboard_providers") + query).content.decode()
        assert faults(page) == []
        return page.count("Tŷ Gofal ")

    first, second = named("?q=ty gofal"), named("?q=ty gofal&page=2")
    assert (first, second, named("?q=GOFAL 07")) == (25, 5, 1)
    assert (
        "No provider has such a name"
        in browser.get(reverse("dashboard_providers") + "?q=zzz").content.decode()
    )
