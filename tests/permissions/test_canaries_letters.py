"""Canaries over letters on paper (S4), and over what could tell the way to a hidden home.

No output made of records tells how long it takes to her door: travel stands in them only as the
sum of a whole shift, which a provider writes for the model that splits shifts with health. The
rota tells times of travel, of a day in a file that somebody gives it, and asks no record. The day
that it does, the second test here falls, and the walk has to be told of its outputs.
"""

import ast
from pathlib import Path

import pytest
from django.urls import reverse

import whatmatters
from tests.fixtures.case import moment
from tests.permissions.canaries import leaked, planted
from tests.permissions.walk import client_of
from tests.permissions.world import TODAY, Place, Places
from whatmatters.letters.queries.letters import letters_in
from whatmatters.letters.queries.ways import Postroom
from whatmatters.letters.services import keep_letters
from whatmatters.people.services import ContactGiven, choose_contacts
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.letters import Addressee, LetterState
from whatmatters.rules.people import Language

SAFE = "The library, 1 Safe Street"
POSTERS = ("social_worker:assigned", "broker:council")
BY_HAND = (LetterState.TO_POST, LetterState.TO_TELL)
PRODUCT = Path(whatmatters.__file__).parent


def printed(place: Place) -> list[str]:
    """Every letter that waits for somebody's hands, as each who posts it sees its page."""
    about = {"by": place.case.system, "at": moment(TODAY)}
    keep_letters(**about, on=TODAY, room=Postroom())
    found = []
    for letter in letters_in(place.case.council_id, BY_HAND):
        to_her = letter.addressee is Addressee.PERSON
        name = "letter" if to_her else "organisation_letter"
        for reader in POSTERS if to_her else ("finance_officer:council",):
            answer = client_of(place, reader).get(reverse(name, args=[letter.id]))
            assert answer.status_code == 200, (name, reader)
            found.append(answer.content.decode())
    return found


@pytest.mark.parametrize(
    ("channel", "language"),
    [(Channel.POST, Language.WELSH), (Channel.IN_PERSON, Language.ENGLISH)],
)
def test_no_letter_on_paper_tells_a_canary(
    places: Places, channel: Channel, language: Language
) -> None:
    """Whether it is to be posted or to be told: only the address that is safe stands on it."""
    for place in planted(places):
        person_id = int(str(place.ids["person_id"]))
        where = SAFE if channel is Channel.POST else ""
        chosen = [ContactGiven(person_id, Contact(channel, address=where, language=language))]
        choose_contacts(by=place.case.social_worker, at=moment(TODAY, 13), choices=chosen)
        letters = printed(place)
        assert len(letters) >= 3
        assert any(SAFE in page for page in letters) == (channel is Channel.POST)
        # Her name stands on what is for her; nothing else of hers does.
        secret = {word for kind, word in place.canaries.items() if kind != "name"}
        told = {word for page in letters for word in leaked(page, places)}
        assert told & secret == set()
        # Control arm: the same looking finds what is on a letter.
        assert place.canaries["name"] in told


@pytest.mark.once
def test_what_searches_and_judges_a_rota_asks_no_record_for_a_way_to_a_home() -> None:
    """A day's file is all that they read: tests/rules/test_day_files.py tells what stands in it."""
    asked = {
        module
        for folder in (PRODUCT / "rota" / "solvers", PRODUCT / "rules" / "rota")
        for file in folder.rglob("*.py")
        for module in imported(file.read_text(encoding="utf-8"))
        if module.startswith("whatmatters.")
    }
    assert len(asked) > 10
    own = ("whatmatters.rota.solvers.", "whatmatters.rules.")
    assert [module for module in asked if not module.startswith(own)] == []


def imported(text: str) -> list[str]:
    """Modules that a file imports."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
        elif isinstance(node, ast.Import):
            found += [one.name for one in node.names]
    return found
