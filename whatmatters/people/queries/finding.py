"""Finding somebody by name, and noticing that somebody may be here already."""

from datetime import date

from whatmatters.people.models import Person
from whatmatters.people.queries.persons import PersonFacts, facts
from whatmatters.rules.names import folded, sounds_like


def search_people(council_id: int, words: str, *, limit: int = 20) -> tuple[PersonFacts, ...]:
    """People of a council whose name holds every word asked for, in any order, A to Z.

    Accents are forgiven, and so is a Welsh initial mutation ("Fair" finds Mair). Names are
    compared here and not in SQL, since neither database folds them alike.
    """
    asked = folded(words).split()
    if not asked:
        return ()
    names = Person.objects.of(council_id).values_list("id", "full_name", "known_as")
    found = [row[0] for row in names if sounds_like(asked, f"{row[1]} {row[2]}")]
    rows = facts(Person.objects.filter(pk__in=found))
    return tuple(sorted(rows, key=lambda p: (folded(p.known_as), p.id)))[:limit]


def possible_duplicates(council_id: int, full_name: str, born: date) -> tuple[PersonFacts, ...]:
    """People of the council born on the same day whose name is the same but for accents,
    or who share one of its words."""
    asked = set(folded(full_name).split())
    rows = facts(Person.objects.of(council_id).filter(born=born).order_by("id"))
    return tuple(row for row in rows if asked & set(folded(row.full_name).split()))
