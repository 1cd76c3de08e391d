"""What is held about a person, taken away for her: all of it, and nothing of anybody else."""

import csv
import io
import json
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.urls import reverse

from tests.exchange.held import held_rows, live, taken_columns
from tests.fixtures.case import STARTS, a_person, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at, everybody_answers
from tests.trust.test_sharing import client_of
from whatmatters.access.models import AuditEvent
from whatmatters.access.queries import sight_of, verify_audit
from whatmatters.access.queries.looks import looks_at
from whatmatters.exchange.queries.taken_tables import HELD, read_record
from whatmatters.exchange.queries.taken_words import HEADINGS, TITLES
from whatmatters.outcomes.models import Statement
from whatmatters.people.models import Person
from whatmatters.people.services import NewDecider, NewLink, appoint_deciders, link_people
from whatmatters.records.holdings import columns_of
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Authority, Covers, LinkKind
from whatmatters.rules.roles import Role
from whatmatters.rules.sharing import KeptSubject
from whatmatters.trust.services import keep_between_us

# Every table that leads to a person, typed: taken out for her, or kept back with its reason.
TAKEN = {
    "transition",
    "transitionmoved",
    "transitionversion",
    "transitionword",
    *("directpayment", "look", "recordline", "introduction", "boughtday"),
    *("deliveryplan", "agreedvisit", "agreedvisitwords", "quiettime", "chosenworker"),
    *("deliveryanswer", "deliveryanswerwords", "dayvisit", "daystop", "toldvisit"),
    *("liveabout", "dayurgent", "courtesycall"),
    *("episode", "extension", "endstatetold", "reading"),
    *("agreedspend", "fund", "fundclosing", "fundline", "linewords"),
    "agreement",
    "agreementend",
    "endsooner",
    "addressguard",
    "addressguardwords",
    "addressquoted",
    "addressquotedreason",
    "assignment",
    "auditevent",
    "bankmovement",
    "bankpurpose",
    "betweenus",
    "chargeline",
    "chargingarrangement",
    "financialassessment",
    "blanked",
    "bundle",
    "bundleday",
    "consent",
    "consentend",
    "consenthelper",
    "contactchoice",
    "contest",
    "contestdecision",
    "controlanswer",
    "controlwords",
    "conversation",
    "death",
    "decider",
    "demand",
    "eligibilitydecision",
    "exceptionmove",
    "exceptionraised",
    "familyview",
    "finding",
    "gap",
    "helpoffer",
    "helpofferversion",
    "helpofferwords",
    "hospitalstay",
    "judgement",
    "leftout",
    "legacypackage",
    "letter",
    "lettermove",
    "lineserves",
    "message",
    "messageanswer",
    "messagemove",
    "movementproposal",
    "offtrack",
    "opening",
    "openingreason",
    "openingreview",
    "openingreviewwords",
    "outcome",
    "outcomeanswer",
    "outcomemove",
    "overagreed",
    "packagemirror",
    "packagevisit",
    "payablereason",
    "person",
    "personcorrection",
    "personlink",
    "personsatisfaction",
    "plan",
    "plananswer",
    "planline",
    "planmove",
    "planoutcome",
    "planversion",
    "profile",
    "progressnote",
    "referral",
    "referralstep",
    "rightsizeanswer",
    "routechoice",
    "runline",
    "smallchange",
    "statement",
    "timelinenote",
    "unchangedanswer",
    "unchangedwords",
    "unmatchedneed",
    "urgentstart",
}
KEPT_BACK = {
    *("namekey", "duplicatechoice", "journalentry", "posting", "nameshown"),
    *("legalhold", "legalholdend"),
}


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def files_of(answer: HttpResponse) -> dict[str, str]:
    """The files of a zip by name."""
    assert answer.status_code == 200, answer.content[:2000]
    with ZipFile(io.BytesIO(answer.content)) as packed:
        return {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}


def taken_by(shown: Shown, actor, **more: str) -> dict[str, str]:
    """The files that an actor gets from the page."""
    client, address = client_of(actor), reverse("record_export", args=[shown.ifan.id])
    token = client.get(address).context["form"]["form_token"].value()
    sent = {"form_token": token, "language": "en-gb", **more}
    return files_of(client.post(address, sent))


def leads_to_a_person(model: type, seen: tuple[type, ...] = ()) -> bool:
    if model is Person:
        return True
    fields = model._meta.concrete_fields
    if model in seen:
        return False
    return any(field.attname.startswith("person_id") for field in fields) or any(
        leads_to_a_person(field.related_model, (*seen, model))
        for field in fields
        if field.is_relation and field.related_model
    )


def test_a_table_that_leads_to_a_person_is_taken_out_or_says_why_not() -> None:
    ours = [m for m in apps.get_models() if m.__module__.startswith("whatmatters.")]
    found = {m._meta.model_name for m in ours if leads_to_a_person(m)}
    assert found == TAKEN | KEPT_BACK
    hers = {one.key: one for one in HELD if one.person}
    assert set(hers) == found
    assert {key for key, one in hers.items() if one.why_not} == KEPT_BACK
    assert {key for key, one in hers.items() if one.needs is None} == KEPT_BACK


def test_every_table_and_column_has_its_words() -> None:
    told = [one for one in HELD if not one.why_not]
    assert {one.key for one in told} == set(TITLES)
    columns = {column.key for one in told for column in columns_of(one)}
    assert columns == set(HEADINGS)


def test_everything_held_is_in_the_file_and_nothing_of_another(shown: Shown) -> None:
    """A canary in each column of words of each table: hers are there, another person's are not."""
    everybody_answers(shown, *Party)
    hers = live(shown, shown.ifan, "Hers")
    nest = a_person(shown.case, "Nest Canary")
    others = live(shown, nest, "Other")
    files = taken_by(shown, shown.ifan.actor)
    told = json.loads(files["record.json"])
    assert told["not_yours_to_take"] == []
    assert told["made_by"].startswith(f"{shown.ifan.actor.name} – ")
    assert told["made_by"] in files["record.html"]
    wanted = {where: words for where, words in hers.canaries.items() if where in taken_columns()}
    assert len(wanted) > 60
    missing = [where for where, words in wanted.items() if words not in files["record.json"]]
    assert missing == []
    in_tables = [
        (t, c) for (t, c), words in wanted.items() if words not in files[f"tables/{t}.csv"]
    ]
    assert in_tables == []
    whole = "".join(files.values())
    assert [where for where, words in others.canaries.items() if words in whole] == []
    assert "Nest Canary" not in whole
    held = held_rows(shown.ifan.id, shown.case.council_id)
    assert {key: len(rows) for key, rows in told["tables"].items() if rows} == held


def test_a_sealed_review_tells_no_answer_to_anybody(shown: Shown) -> None:
    everybody_answers(shown, Party.PERSON)
    told = json.loads(taken_by(shown, shown.ifan.actor)["record.json"])["tables"]
    assert told["judgement"]
    assert told["outcomeanswer"] == []


def test_a_decider_takes_neither_conversations_nor_what_is_between_us(shown: Shown) -> None:
    by, case = shown.case.social_worker, shown.case
    niece = an_actor(case.system, Role.FAMILY, None, "Lowri Hughes")
    link = NewLink(shown.ifan.id, niece.user_id, LinkKind.FAMILY, STARTS, "niece")
    link_people(by=by, at=moment(STARTS), links=[link])
    given = NewDecider(
        shown.ifan.id,
        niece.user_id,
        Authority.ATTORNEY,
        STARTS,
        None,
        Covers.HEALTH_AND_WELFARE,
        "LPA 7",
        by.user_id,
    )
    appoint_deciders(by=by, at=moment(STARTS), deciders=[given])
    said = Statement.objects.filter(conversation__person_id=shown.ifan.id).first()
    words = [(KeptSubject.STATEMENT, said.pk)]
    keep_between_us(by=by, at=moment(ENDS), on=ENDS, person_id=shown.ifan.id, words=words)
    files = taken_by(shown, niece)
    told = json.loads(files["record.json"])
    assert {"statement", "runline", "addressguard"} <= set(told["not_yours_to_take"])
    assert said.words not in "".join(files.values())
    assert told["tables"]["outcome"]
    assert said.words in "".join(taken_by(shown, shown.ifan.actor).values())


def test_her_worker_makes_it_with_her_and_others_do_not(shown: Shown) -> None:
    client = client_of(shown.case.social_worker)
    address = reverse("record_export", args=[shown.ifan.id])
    token = client.get(address).context["form"]["form_token"].value()
    alone = client.post(address, {"form_token": token, "language": "en-gb"})
    assert alone.status_code == 422
    assert not AuditEvent.objects.filter(action="record.exported").exists()
    assert taken_by(shown, shown.case.social_worker, together="on")
    assert client_of(shown.case.commissioner).get(address).status_code == 403


def test_it_is_audited_and_stands_in_who_looked(shown: Shown) -> None:
    taken_by(shown, shown.ifan.actor)
    council_id = shown.case.council_id
    assert "export" in {look.why for look in looks_at(council_id, shown.ifan.id)}
    assert AuditEvent.objects.filter(action="record.exported").count() == 1
    assert verify_audit(council_id).problem == ""


def test_the_eleventh_of_a_day_is_refused_and_told(shown: Shown) -> None:
    """Control arm: the tenth is made."""
    client = client_of(shown.ifan.actor)
    address = reverse("record_export", args=[shown.ifan.id])
    token = client.get(address).context["form"]["form_token"].value()
    sent = {"form_token": token, "language": "en-gb"}
    assert [client.post(address, sent).status_code for _ in range(11)] == [200] * 10 + [422]
    assert AuditEvent.objects.filter(action="export.stopped").count() == 1


def test_the_page_is_in_her_language_and_cells_never_run(shown: Shown) -> None:
    files = taken_by(shown, shown.ifan.actor, language="cy")
    assert '<html lang="cy">' in files["record.html"]
    assert "Yr hyn a ddywedwyd" in files["record.html"]
    for name, text in files.items():
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
            assert [c for c in cells if c[:1] in set("=+@\t\r")] == [], name


def test_tables_are_read_in_as_many_queries_however_much_there_is(
    shown: Shown, django_assert_num_queries
) -> None:
    day = ENDS + timedelta(days=1)
    sight = sight_of(shown.ifan.actor, shown.ifan.id, day)
    with django_assert_num_queries(126):
        read_record(shown.case.council_id, sight, on=day)
