"""Each party's own data as a file: nobody else's row, and of many people only with a second yes."""

import io
from datetime import timedelta
from functools import partial
from zipfile import ZipFile

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.exchange.held import live
from tests.fixtures.case import a_person, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.fixtures.databases import Database
from tests.fixtures.racing import race
from tests.trust.test_sharing import client_of
from whatmatters.access.models import AuditEvent
from whatmatters.access.queries import Actor
from whatmatters.access.services import OrganisationGiven, add_organisations
from whatmatters.exchange.models import TakingOut, TakingOutAnswer, TakingOutReason
from whatmatters.exchange.services.party_export import (
    AskedTooOften,
    AskingOver,
    NeedsAnother,
    OwnAsking,
    TooManyRows,
    answer_taking_out,
    ask_to_take_out,
    make_file,
)
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import OrganisationKind, Role

ON, AT = ENDS, moment(ENDS)


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def ask(by: Actor) -> int:
    return ask_to_take_out(by=by, at=AT, on=ON, reason="Our own books")


def asks_for_many(by: Actor, people: int = 501) -> int:
    """What would have been asked for had there been so many people."""
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": AT}
    row = TakingOut.objects.create(
        organisation_id=by.organisation_id,
        people=people,
        needs_second=people > 500,
        expires=AT + timedelta(days=1),
        **written,
    )
    TakingOutReason.objects.create(asked=row, reason="Our own books", **written)
    return row.pk


def file_of(by: Actor) -> dict[str, str]:
    """The files that an actor gets by the pages."""
    answer = client_of(by).post(reverse("export", args=[ask(by)]))
    assert answer.status_code == 200
    with ZipFile(io.BytesIO(answer.content)) as packed:
        return {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}


def a_rival(shown: Shown) -> Actor:
    given = OrganisationGiven(OrganisationKind.PROVIDER, "Gofal Arall", "Gofal Arall")
    (body,) = add_organisations(by=shown.case.system, at=AT, organisations=[given])
    return an_actor(shown.case.system, Role.PROVIDER_MANAGER, body, "Rhian Rival")


def test_a_provider_gets_its_own_and_a_rival_or_another_council_never_a_row_of_it(
    shown: Shown,
) -> None:
    mine = live(shown, shown.ifan, "Mine")
    elsewhere = a_case_to_look_at("W06000001")
    other = live(elsewhere, elsewhere.ifan, "Elsewhere")
    rival = a_rival(shown)
    files = file_of(shown.case.manager)
    told = "".join(files.values())
    assert all(
        f"{shown.case.manager.name} – " in row for row in files["columns.csv"].splitlines()[1:]
    )
    plan = [words for (table, _), words in mine.canaries.items() if table == "planline"]
    assert plan
    assert [words for words in plan if words not in told] == []
    private = {"statement", "conversation", "profile", "timelinenote", "contactchoice", "message"}
    assert private & {name.removesuffix(".csv") for name in files} <= set()
    assert {"figures.csv", "columns.csv", "remittance.csv", "contract.csv"} <= set(files)
    assert [words for words in other.canaries.values() if words in told] == []
    whole = "".join(file_of(rival).values())
    assert [words for words in (*mine.canaries.values(), "Ifan") if words in whole] == []
    council = "".join(file_of(shown.case.commissioner).values())
    assert [words for words in plan if words not in council] == []
    assert [words for words in other.canaries.values() if words in council] == []
    hidden = [w for (table, _), w in mine.canaries.items() if table in private]
    assert [words for words in hidden if words in council + told] == []


def test_above_five_hundred_people_another_approves_once(shown: Shown) -> None:
    """Control arm: of 500 people nobody else is needed."""
    by, second = shown.case.commissioner, an_administrator(shown)
    assert make_file(by=by, at=AT, on=ON, asked_id=asks_for_many(by, 500))
    many = asks_for_many(by)
    with pytest.raises(NeedsAnother):
        make_file(by=by, at=AT, on=ON, asked_id=many)
    with pytest.raises(OwnAsking):
        answer_taking_out(by=by, at=AT, asked_id=many, approved=True)
    with pytest.raises(Absent):
        answer_taking_out(by=a_rival(shown), at=AT, asked_id=many, approved=True)
    answer_taking_out(by=second, at=AT, asked_id=many, approved=True)
    with pytest.raises(AskingOver):
        answer_taking_out(by=second, at=AT, asked_id=many, approved=False)
    assert make_file(by=by, at=AT, on=ON, asked_id=many)
    with pytest.raises(AskingOver):
        make_file(by=by, at=AT, on=ON, asked_id=many)


def test_a_no_and_a_day_later_make_nothing(shown: Shown) -> None:
    by, second = shown.case.commissioner, an_administrator(shown)
    refused, late = asks_for_many(by), asks_for_many(by)
    answer_taking_out(by=second, at=AT, asked_id=refused, approved=False)
    answer_taking_out(by=second, at=AT, asked_id=late, approved=True)
    for asked_id, at in ((refused, AT), (late, AT + timedelta(days=1))):
        with pytest.raises(AskingOver):
            make_file(by=by, at=at, on=ON, asked_id=asked_id)


def test_what_was_asked_for_is_paged_and_what_waits_stands_on_every_page(shown: Shown) -> None:
    by = shown.case.commissioner
    for number in range(28):
        asks_for_many(by, people=number + 1)
    asks_for_many(by)
    other = an_administrator(shown)

    def read(who: Actor, name: str, query: str) -> str:
        return client_of(who).get(reverse(name) + query).content.decode()

    waits = [read(other, "export_approvals", query) for query in ("", "?page=2")]
    assert [page.count('name="approve"') for page in waits] == [1, 1]
    assert [page.count('<th scope="row">') for page in waits] == [24, 4]
    mine = [read(by, "exports", query).count('<th scope="row">') for query in ("", "?page=2")]
    assert mine == [25, 4]


def test_the_database_refuses_an_approval_by_whoever_asked(shown: Shown) -> None:
    """Control arm: the same row by another is taken."""
    by = shown.case.commissioner
    columns = {"council_id": by.council_id, "at": AT, "asked_by_id": by.user_id, "approved": True}
    many = asks_for_many(by)
    with pytest.raises(IntegrityError), transaction.atomic():
        TakingOutAnswer.objects.create(by_id=by.user_id, asked_id=many, **columns)
    other = shown.case.finance.user_id
    assert TakingOutAnswer.objects.create(by_id=other, asked_id=many, **columns).pk


def test_two_who_make_the_file_at_once_get_one(own_database: Database) -> None:
    shown = a_case_to_look_at()
    asked_id = ask(shown.case.commissioner)
    assert sorted(race([partial(_made, shown.case.commissioner, asked_id)] * 2)) == [
        ("done", True),
        ("refused", "asking_over"),
    ]


def test_two_who_answer_at_once_are_one_answer(own_database: Database) -> None:
    shown = a_case_to_look_at()
    seconds = [an_administrator(shown), an_administrator(shown)]
    many = asks_for_many(shown.case.commissioner)
    acts = [
        partial(answer_taking_out, by=by, at=AT, asked_id=many, approved=True) for by in seconds
    ]
    assert sorted(race(acts), key=str) == [("done", None), ("refused", "asking_over")]


def test_the_sixth_of_a_day_is_refused_and_told_to_the_administrator(shown: Shown) -> None:
    by = shown.case.commissioner
    for _ in range(5):
        ask(by)
    with pytest.raises(AskedTooOften):
        ask(by)
    page = client_of(an_administrator(shown)).get(reverse("home")).content.decode()
    assert "was stopped: too many files in one day" in page


def test_too_many_rows_are_refused_and_nothing_is_used_up(shown: Shown) -> None:
    asked_id = ask(shown.case.commissioner)
    with pytest.raises(TooManyRows):
        make_file(by=shown.case.commissioner, at=AT, on=ON, asked_id=asked_id, most=3)
    assert make_file(by=shown.case.commissioner, at=AT, on=ON, asked_id=asked_id)


def test_paging_and_searching_are_stopped_under_two_hundred_names(shown: Shown) -> None:
    """Control arm: seven pages, forth and back and again, stop nobody."""
    people = [a_person(shown.case, f"Person{n:03} Jones") for n in range(210)]
    assert len(people) == 210
    client, address = client_of(shown.case.commissioner), reverse("person_list")
    for _ in range(3):
        pages = [client.get(address, {"page": n}) for n in range(1, 8)]
        assert [page.status_code for page in pages] == [200] * 7
    named = {n for n in range(210) for page in pages if f"Person{n:03}" in page.content.decode()}
    assert 150 < len(named) < 200
    stopped = client.get(address, {"page": 8})
    assert stopped.status_code == 429
    assert "Person" not in stopped.content.decode()
    assert client.get(address, {"page": 2}).status_code == 200
    assert client.get(address, {"q": "Person209"}).status_code == 429
    assert AuditEvent.objects.filter(action="names.stopped").count() == 1
    page = client_of(an_administrator(shown)).get(reverse("home")).content.decode()
    assert "was stopped: too many names looked up in one day" in page
    searching, found = client_of(shown.case.finance), 0
    for n in range(210):
        answer = searching.get(address, {"q": f"Person{n:03}"})
        found += answer.status_code == 200 and f"Person{n:03} Jones" in answer.content.decode()
    assert 150 < found < 200


def an_administrator(shown: Shown) -> Actor:
    return an_actor(
        shown.case.system, Role.ADMINISTRATOR, shown.case.council_organisation_id, "Olwen Tudur"
    )


def _made(by: Actor, asked_id: int) -> bool:
    return bool(make_file(by=by, at=AT, on=ON, asked_id=asked_id))
