"""What somebody close to her knows: on her record, under their own name, and never as her words."""

import csv
import io
import re

import pytest
from django.urls import reverse

from tests.fixtures.case import a_person, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.people.test_help_offers import close_to
from tests.trust.test_sharing import client_of
from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import Statement
from whatmatters.outcomes.services import Said, correct_statement
from whatmatters.outcomes.services.known import NobodyHasTalkedYet, NotYoursToSay, say_known
from whatmatters.outcomes.services.statement_given import SaidInTheirOwnName
from whatmatters.people.services import NewLink, link_people
from whatmatters.rules.people import Language, LinkKind, Speaker

KNOWS = "He was a baker, and is up before five"


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def say(by: Actor, person_id: int) -> int:
    about = {"person_id": person_id, "words": KNOWS, "language": Language.ENGLISH}
    return say_known(by=by, at=moment(ENDS), on=ENDS, **about)


def test_it_stands_once_on_the_record_under_the_name_of_who_knows_it(shown: Shown) -> None:
    non = close_to(shown)
    page, address = client_of(non), reverse("what_i_know", args=[shown.ifan.id])
    assert address in page.get(reverse("home")).content.decode()
    form = page.get(address).context["form"]
    sent = {"form_token": str(form["form_token"].value()), "words": KNOWS, "language": "en"}
    assert page.post(address, sent | {"words": ""}).status_code == 422
    assert [page.post(address, sent).status_code for _ in range(2)] == [302, 302]
    assert Statement.objects.filter(words=KNOWS).count() == 1
    # Nobody shares the conversations with them: they read their own words on this page alone.
    record = reverse("record", args=[shown.ifan.id])
    assert KNOWS in page.get(address).content.decode()
    assert KNOWS not in page.get(record).content.decode()
    table = page.get(reverse("own_help_file")).content.decode("utf-8-sig")
    assert KNOWS in [row[4] for row in csv.reader(io.StringIO(table))]
    for reader in (shown.ifan.actor, shown.case.social_worker, shown.case.manager):
        told = client_of(reader).get(record).content.decode()
        beside = told[told.index(KNOWS) :][:900]
        assert f"{non.name}, daughter, 28 June 2026. Not Ifan Hughes’s own words." in beside


def test_who_may_put_words_right_is_led_there_but_not_to_those_of_another(shown: Shown) -> None:
    """Each of the words of her conversations has its way on; what family know has none."""
    theirs = say(close_to(shown), shown.ifan.id)
    said = {pk for pk in Statement.objects.values_list("pk", flat=True) if pk != theirs}
    for reader, ways in (
        (shown.ifan.actor, said),
        (shown.case.social_worker, said),
        (shown.case.manager, said),
        (shown.case.team_member, set()),
    ):
        record = client_of(reader).get(reverse("record", args=[shown.ifan.id]))
        found = re.findall(r'href="/words/(\d+)/"', record.content.decode())
        assert {int(pk) for pk in found} == ways
    mine = Said("As I would have it", Language.ENGLISH, Speaker.OWN_WORDS)
    with pytest.raises(SaidInTheirOwnName):
        correct_statement(by=shown.ifan.actor, at=moment(ENDS), statement_id=theirs, said=mine)


def test_nobody_says_it_for_another_nor_before_her_own_words(shown: Shown) -> None:
    non, case = close_to(shown), shown.case
    for by in (shown.ifan.actor, case.social_worker, case.manager, case.commissioner):
        with pytest.raises(NotYoursToSay):
            say(by, shown.ifan.id)
    new = a_person(case, "Mair Llŷr")
    with pytest.raises(NotYoursToSay):
        say(non, new.id)
    let_in = NewLink(new.id, non.user_id, LinkKind.FAMILY, ENDS, "niece")
    link_people(by=case.system, at=moment(ENDS), links=[let_in])
    with pytest.raises(NobodyHasTalkedYet):
        say(non, new.id)
