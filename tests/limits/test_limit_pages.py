"""The register on pages: listed, one entry, written, asked and answered; and where a design is."""

import csv
import io
import re
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fixtures.case import Case, a_case, a_contract, an_actor, moment
from tests.fixtures.limited import a_board, a_limit, asked, of_board
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.limits.models import LimitQuery, LimitVersion
from whatmatters.limits.services import keep_limit
from whatmatters.rules.roles import InstallationKind, Role

pytestmark = pytest.mark.once

TODAY = date(2026, 6, 3)
WRITTEN = {
    "kind": "national_charging",
    "hands": "nation",
    "body": "",
    "holder": "",
    "blocks": "Nobody may be charged for a lunch club.",
    "ways": ["bundled_hours", "patch_block"],
    "known": "told",
    "written_in": "The ministry’s help desk",
    "link": "",
}


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_case()


def read(actor: Actor, address: str, language: str = "en-gb") -> str:
    answer = browser_of(actor, language).get(address)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert faults(page) == []
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


def send(actor: Actor, name: str, *args: int, **said: object):
    return browser_of(actor).post(reverse(name, args=args), {"form_token": str(uuid4()), **said})


def day(field: str, on: date | None) -> dict[str, str]:
    parts = (on.day, on.month, on.year) if on else ("", "", "")
    named = zip(("day", "month", "year"), parts, strict=True)
    return {f"{field}-{part}": str(said) for part, said in named}


def days(written: date, starts: date, ends: date | None = None) -> dict[str, str]:
    return day("written_on", written) | day("starts", starts) | day("ends", ends)


def test_an_empty_register_says_what_will_stand_there(case: Case) -> None:
    assert "Nothing is in the register yet." in read(case.commissioner, "/limits/")
    assert "Nid oes dim yn y gofrestr eto." in read(case.commissioner, "/limits/", "cy")
    assert "Write what blocks" not in read(case.finance, "/limits/")


def test_many_entries_are_paged_filtered_and_taken_out_by_their_address(case: Case) -> None:
    board, _gwen = a_board(case)
    for number in range(1, 26):
        a_limit(case, blocks=f"Rule {number:02}", starts=date(2026, 4, 1))
    keep_limit(by=case.commissioner, at=moment(TODAY), given=of_board(board, blocks="=1+1"))
    asked(case, a_limit(case, blocks="Coming", starts=date(2026, 7, 1)))
    pages = [read(case.finance, f"/limits/?page={n}") for n in (1, 2)]
    assert [("Rule 25" in page, "Rule 01" in page) for page in pages] == [
        (True, False),
        (False, True),
    ]
    told = {
        "stand=to_come": ("Coming", "Rule 25"),
        "stand=now&kind=board_policy": ("=1+1", "Rule 25"),
        "way=shift_split": ("=1+1", "Coming"),
        "query=waits": ("Coming", "=1+1"),
    }
    for asking, (here, gone) in told.items():
        page = read(case.finance, f"/limits/?{asking}")
        assert (here in page, gone in page) == (True, False), asking
    assert "Nothing in the register is like that." in read(case.finance, "/limits/?stand=over")
    assert "Nothing is left out until then." in read(case.finance, "/limits/?way=magic")
    answer = browser_of(case.finance).get("/limits/?stand=to_come&as=csv")
    assert answer["Content-Disposition"] == 'attachment; filename="limits-2026-06-03.csv"'
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row["What was asked and answered"] == (
        "The ministry was asked on 7 April 2026: May a saved hour be charged when used? "
        "No answer yet."
    )
    assert (row["How it stands today"], row["How many have not answered"]) == ("To come", "1")
    every = browser_of(case.finance).get("/limits/?as=csv").content.decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(every)))) == 27
    assert '"\'=1+1"' in every


def test_a_page_asks_as_often_however_much_there_is(case: Case) -> None:
    one = a_limit(case)
    asked(case, one)
    addresses = ("/limits/", reverse("limit", args=[one]))

    def queries() -> list[int]:
        counts, browser = [], browser_of(case.commissioner)
        browser.get(addresses[0])  # what a first page asks for the sign-in is not counted
        for address in addresses:
            with CaptureQueriesContext(connection) as caught:
                assert browser.get(address).status_code == 200
            counts.append(len(caught))
        return counts

    few = queries()
    for number in range(20):
        asked(case, a_limit(case, blocks=f"Rule {number}"))
        asked(case, one)
    assert queries() == few == [6, 9]


def test_an_entry_is_written_asked_about_answered_and_put_right(case: Case) -> None:
    sent = WRITTEN | days(date(2026, 5, 4), date(2026, 4, 1))
    wrong = send(case.commissioner, "limit_new", **sent | {"hands": "body", "ways": ["magic"]})
    assert wrong.status_code == 422
    assert "Say in whose hands it is" in wrong.content.decode()
    kind = send(case.commissioner, "limit_new", **sent | {"kind": "board_policy"})
    assert "a health board’s limit is the board’s" in kind.content.decode()
    made = send(case.commissioner, "limit_new", **sent)
    one = LimitVersion.objects.get().entry_id
    assert made.headers["Location"] == reverse("limit", args=[one])
    query = {"whom": "The ministry", "question": "May we?"} | day("asked_on", date(2026, 5, 5))
    assert send(case.commissioner, "limit_ask", one, **query).status_code == 302
    told = query | {"seen": "1", "effect": "gone", "answer": "It goes."}
    told |= day("answered_on", date(2026, 6, 2)) | day("effect_from", None)
    since = send(case.commissioner, "limit_query", one, 1, **told)
    assert "Say from which day it is eased or gone." in since.content.decode()
    half = send(case.commissioner, "limit_query", one, 1, **told | {"effect": "not_yet"})
    assert "Say what follows from the answer" in half.content.decode()
    told |= day("effect_from", date(2026, 7, 1))
    assert send(case.commissioner, "limit_query", one, 1, **told).status_code == 302
    right = sent | {"seen": "1", "why": "Breakfast, not lunch", "blocks": "No breakfast club."}
    assert send(case.commissioner, "limit_right", one, **right).status_code == 302
    page = read(case.finance, reverse("limit", args=[one]))
    for words in (
        "No breakfast club.",
        "Nobody may be charged for a lunch club.",  # how it stood before
        "Breakfast, not lunch",
        "Bundled hours Patch block",
        "We were told The ministry’s help desk, 4 May 2026",
        "The ministry, asked on 5 May 2026",
        "Answered on 2 June 2026 : It is gone, from 1 July 2026 It goes.",
        "Where a design and the law are at odds",
    ):
        assert words in page, words
    assert "Put this entry right" not in page
    assert (LimitVersion.objects.count(), LimitQuery.objects.count()) == (2, 2)
    late = send(case.commissioner, "limit_right", one, **right | {"blocks": "Something else."})
    assert "Somebody put this right after you opened it." in late.content.decode()
    in_welsh = read(case.commissioner, reverse("limit", args=[one]), "cy")
    assert "Mae wedi mynd, o 1 Gorffennaf 2026" in in_welsh


def test_an_answer_that_was_written_by_mistake_is_taken_back(case: Case) -> None:
    one = a_limit(case)
    asked(case, one)
    assert "There is no answer yet" in read(case.commissioner, f"/limits/{one}/asked/1/")
    said = {"whom": "The ministry", "question": "May we?"} | day("asked_on", date(2026, 4, 7))
    told = {"seen": "1", "effect": "stands", "answer": "No."} | day("answered_on", TODAY)
    back = {"seen": "2", "effect": "not_yet", "answer": ""} | day("answered_on", None)
    for sent in (told, back):
        assert send(case.commissioner, "limit_query", one, 1, **said, **sent).status_code == 302
    assert "Waits for an answer" in read(case.finance, "/limits/?query=waits")
    assert [row.effect for row in LimitQuery.objects.order_by("number")] == ["", "stands", ""]


def test_a_boards_commissioner_has_its_own_boards_limits_and_no_other(case: Case) -> None:
    board, gwen = a_board(case)
    nation = a_limit(case)
    kept = WRITTEN | {"kind": "board_capacity"} | days(date(2026, 5, 4), date(2026, 4, 1))
    no_kind = send(gwen, "limit_new", **kept | {"kind": "national_charging"})
    assert no_kind.status_code == 422
    assert send(gwen, "limit_new", **kept).status_code == 302
    own = LimitVersion.objects.get(kind="board_capacity")
    assert (own.body_id, own.hands, own.by_id) == (board, "body", gwen.user_id)
    listed = read(gwen, "/limits/")
    assert ("lunch club" in listed, "Saved hours" in listed) == (True, False)
    browser = browser_of(gwen)
    for name in ("limit", "limit_right", "limit_ask"):
        assert browser.get(reverse(name, args=[nation])).status_code == 404
        assert browser.get(reverse(name, args=[own.entry_id])).status_code == 200
    assert browser.get(reverse("limit_query", args=[own.entry_id, 1])).status_code == 404


def test_what_stands_is_said_where_a_design_is_made(case: Case) -> None:
    contract_id = a_contract(case)
    in_use, tried = reverse("contract", args=[contract_id]), "/terms/try/?example=bundled_hours"
    none = "Outcome payments: nothing in the register of rules and limits stands in its way today"
    assert none in read(case.commissioner, in_use)
    a_limit(case)
    a_limit(case, ways=("bundled_hours",), blocks="A bundle has no charge.")
    a_limit(case, ends=date(2026, 6, 2), blocks="That was over yesterday.")
    one = "Outcome payments: 1 rule or limit of the register stands in its way"
    assert one in read(case.commissioner, in_use)
    assert (
        "/limits/?stand=now&amp;way=outcome_payments"
        in browser_of(case.finance).get(in_use).content.decode()
    )
    two = "Bundled hours: 2 rules and limits of the register stand in its way"
    assert two in read(case.finance, tried)
    laboratory = read(case.commissioner, reverse("charging_laboratory"))
    assert "Charging rules in the register A bundle has no charge." in laboratory
    assert "That was over yesterday." not in laboratory
    broker = an_actor(case.system, Role.BROKER, case.council_organisation_id, "Mo Broker")
    assert "of the register" not in read(broker, in_use)
    for manager_reads in (tried, reverse("charging_laboratory")):
        page = read(case.manager, manager_reads)
        assert "the register" not in page, manager_reads
