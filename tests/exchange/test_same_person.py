"""A row that looks like somebody is a question: the officer says who it is, or that it is not."""

from dataclasses import asdict
from datetime import date

import pytest

from tests.exchange.files import TODAY, a_council, taken, told
from tests.fixtures.case import an_actor, moment
from whatmatters.access.queries import Actor
from whatmatters.access.services import first_actor
from whatmatters.exchange.models import ExternalId, ImportedFile
from whatmatters.exchange.queries.alike_told import alike_told
from whatmatters.exchange.queries.homes import homes_of
from whatmatters.exchange.services.run import Taken
from whatmatters.people.models import Death, Person
from whatmatters.people.services import NewPerson, register_people
from whatmatters.places.queries import read_locality
from whatmatters.places.services import load_locality
from whatmatters.rules.people import Language
from whatmatters.rules.roles import Role

HEADINGS = "person_id,full_name,known_as,born,language,postcode,disabled,died_on,same_as\n"


def row(key: str, name: str, born: str, same_as: str = "", died: str = "") -> str:
    return f"{key},{name},,{born},cy,LL21 0HA,no,{died},{same_as}\n"


def people(*rows: str) -> dict[str, str]:
    return {"people.csv": HEADINGS + "".join(rows)}


@pytest.fixture
def by(db: None) -> Actor:
    return a_council()[0]


def by_hand(by: Actor, name: str, born: date) -> int:
    """Somebody who was registered on a page."""
    home = homes_of(by.council_id)["LL210HA"]
    new = NewPerson(full_name=name, known_as="", born=born, language=Language.WELSH, **asdict(home))
    return register_people(by=by, at=moment(TODAY), people=[new])[0]


def asked(result: Taken) -> list[tuple[int, str, int, str]]:
    """Each question: row, id, the record or 0, the id of the other row or nothing."""
    return [
        (one.row, one.external_id, 0 if one.other_key else one.other_id, one.other_key)
        for one in result.alike
    ]


IFAN = row("P-1", "Ifan Hughes", "1938-03-01")


def test_a_row_that_looks_like_somebody_is_asked_about_and_is_no_error(by: Actor) -> None:
    evan = by_hand(by, "Evan Huws", date(1938, 1, 3))  # the other language; day and month changed
    by_hand(by, "Evan Huws", date(1938, 3, 2))
    by_hand(by, "Evan Jones", date(1938, 3, 1))
    seen = taken(by, people(IFAN), preview=True)
    assert (asked(seen), seen.alike_count, told(seen)) == ([(2, "P-1", evan, "")], 1, [])
    assert Person.objects.count() == 3
    (words,) = alike_told(by, seen.alike, on=TODAY)
    assert words.who == f"Evan Huws, born on 3 January 1938, registered here: record {evan}"
    assert words.write == f"record {evan}"
    done = taken(by, people(IFAN))
    assert (done.written, asked(done)) == (True, [(2, "P-1", evan, "")])
    assert Person.objects.count() == 4


def test_who_may_see_no_record_is_told_its_number_alone(by: Actor) -> None:
    evan = by_hand(by, "Evan Huws", date(1938, 3, 1))
    clerk = an_actor(
        first_actor(by.council_id), Role.ADMINISTRATOR, by.organisation_id, "Gwen Ellis"
    )
    seen = taken(clerk, people(IFAN), preview=True)
    (words,) = alike_told(clerk, seen.alike, on=TODAY)
    assert words.who == f"somebody who is registered here, record {evan}"


def test_the_officer_says_that_it_is_she_and_nobody_is_made(by: Actor) -> None:
    evan = by_hand(by, "Evan Huws", date(1938, 3, 1))
    same = people(row("P-1", "Ifan Hughes", "1938-03-01", f"Record {evan}"))
    for result in (taken(by, same, preview=True), taken(by, same)):
        (file,) = result.files
        assert (file.new, file.changed, asked(result)) == (0, 1, [])
    assert Person.objects.get().full_name == "Evan Huws"
    assert ExternalId.objects.get().our_id == evan
    again = taken(by, same)
    assert (again.written, again.files[0].same, asked(again)) == (False, 1, [])
    # The answer is read once: a file without it changes nothing either.
    assert taken(by, people(IFAN)).written is False
    assert ImportedFile.objects.count() == 1
    other = taken(by, people(row("P-1", "Ifan Huws", "1938-03-01")))
    assert (other.files[0].changed, Person.objects.get().full_name) == (1, "Ifan Huws")


def test_a_death_that_the_file_knows_comes_with_the_match(by: Actor) -> None:
    evan = by_hand(by, "Evan Huws", date(1938, 3, 1))
    said = row("P-1", "Ifan Hughes", "1938-03-01", f"record {evan}", "2026-04-02")
    assert told(taken(by, people(said))) == []
    assert Death.objects.get().person_id == evan


@pytest.mark.parametrize("no", ["no", "No", "Neb", "na"])
def test_the_officer_says_that_it_is_not(by: Actor, no: str) -> None:
    by_hand(by, "Evan Huws", date(1938, 3, 1))
    done = taken(by, people(row("P-1", "Ifan Hughes", "1938-03-01", no)))
    assert (done.written, asked(done), Person.objects.count()) == (True, [], 2)


def test_two_rows_of_one_file_are_asked_about_at_the_later(by: Actor) -> None:
    twice = (IFAN, row("P-2", "Evan Huws", "1938-03-01"))
    seen = taken(by, people(*twice), preview=True)
    assert asked(seen) == [(3, "P-2", 0, "P-1")]
    (words,) = alike_told(by, seen.alike, on=TODAY)
    assert (words.who, words.write) == ("row 2 (P-1), Ifan Hughes", "P-1")
    same = (
        IFAN,
        row("P-2", "Evan Huws", "1938-03-01", "P-1"),
        row("P-3", "Ifan Huws", "1938-03-01", "P-2"),
    )
    done = taken(by, people(*same))
    assert (told(done), asked(done), Person.objects.count()) == ([], [], 1)
    assert len(set(ExternalId.objects.values_list("our_id", flat=True))) == 1
    assert taken(by, people(*same)).written is False


@pytest.mark.parametrize("wrong", ["record 999999", "P-2", "P-9"])
def test_who_is_nowhere_is_a_problem_and_nothing_comes_in(by: Actor, wrong: str) -> None:
    files = people(
        row("P-1", "Ifan Hughes", "1938-03-01", wrong), row("P-2", "Nia Wyn", "1950-01-01")
    )
    done = taken(by, files)
    assert told(done) == [("people.csv", 2, "same_as", wrong)]
    assert (done.written, Person.objects.count()) == (False, 0)


def test_a_number_typed_wrongly_matches_nobody_who_was_born_on_another_day(by: Actor) -> None:
    taken(
        by, people(row("P-1", "Ifan Hughes", "1938-03-01"), row("P-2", "Mair Rees", "1951-05-30"))
    )
    _ifan, mair = Person.objects.order_by("id").values_list("pk", flat=True)
    said = row("P-3", "Ifan Hughes", "1938-03-01", f"record {mair}", "2026-04-02")
    done = taken(by, people(said))
    assert told(done) == [("people.csv", 2, "same_as", f"record {mair}")]
    assert Person.objects.filter(death__isnull=False).count() == 0
    # A married name is another name; the birthday is hers.
    done = taken(by, people(row("P-4", "Mair Jones", "1951-05-30", f"record {mair}")))
    assert told(done) == []
    assert Person.objects.count() == 2


def test_a_record_of_another_council_is_nobody_here(by: Actor) -> None:
    there = first_actor(load_locality(locality=read_locality("leeds")).council_id)
    home = next(iter(homes_of(there.council_id).values()))
    new = NewPerson(
        full_name="Evan Huws",
        known_as="",
        born=date(1938, 3, 1),
        language=Language.WELSH,
        **asdict(home),
    )
    (elsewhere,) = register_people(by=there, at=moment(TODAY), people=[new])
    assert asked(taken(by, people(IFAN), preview=True)) == []
    done = taken(by, people(row("P-1", "Ifan Hughes", "1938-03-01", f"record {elsewhere}")))
    assert told(done) == [("people.csv", 2, "same_as", f"record {elsewhere}")]


TEN = ("Gwen", "Idris", "Nest", "Teleri", "Urien", "Wyn", "Sulwyn", "Eluned", "Heulwen", "Olwen")


def test_of_many_rows_only_the_first_questions_are_listed_and_all_are_counted(by: Actor) -> None:
    rows = [row(f"P-{n}", f"{TEN[n % 10]} Hughes", "1938-03-01") for n in range(300)]
    seen = taken(by, people(*rows), preview=True)
    assert (seen.alike_count, len(seen.alike)) == (290, 200)
