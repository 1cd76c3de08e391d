"""Finding somebody by name, and noticing that somebody may be here already."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from whatmatters.people.models import NameKey, Person
from whatmatters.people.queries.persons import PersonFacts, facts
from whatmatters.rules.birthdays import mistaken_for
from whatmatters.rules.names import LONGEST_KEY, asked_keys, folded, like_words, name_keys, within

MOST_DUPLICATES = 6
MOST_ASKED = 6
MOST_BORN = 500


def search_people(
    council_id: int,
    words: str,
    *,
    limit: int = 20,
    among: "QuerySet[Any, Any] | None" = None,
) -> tuple[PersonFacts, ...]:
    """People of a council whose name holds every word asked for, in any order, A to Z.

    Forgiven: accents, apostrophes, doubled letters, "ap" and "ferch", and a Welsh mutation of a
    first letter either way ("Fair" finds Mair). `among`: ids of whom the reader may see. One query,
    by an index.
    """
    asked = asked_keys(words)[:MOST_ASKED]
    if not asked:
        return ()
    rows: QuerySet[Person] = Person.objects.of(council_id)
    if among is not None:
        rows = rows.filter(pk__in=among)
    for forms in asked:
        rows = rows.filter(pk__in=_found(council_id, forms))
    found = facts(rows.order_by("known_as", "id")[:limit])
    return tuple(sorted(found, key=lambda p: (folded(p.known_as), p.id)))


def possible_duplicates(
    council_id: int, full_name: str, born: date, known_as: str = ""
) -> tuple[PersonFacts, ...]:
    """People of the council who may be the one who is to be registered, the likeliest first.

    Born on that day, or on one that a slip of writing makes of it, and alike in one word of the
    name; or born in that year and alike in every word. Alike: but for accents, doubled letters and
    mutations, or by the name's form in the other language.
    """
    days = mistaken_for(born)
    asked = like_words(f"{full_name} {known_as}")
    near = Q(born__in=days) | Q(born__year=born.year)
    likely = NameKey.objects.of(council_id).filter(key__in=set().union(*asked))
    rows = Person.objects.of(council_id).filter(near, pk__in=likely.values("person_id"))
    found = facts(rows.order_by("id")[:MOST_BORN])
    ranked = [(_likeness(like_words(full_name), row, born, days), row) for row in found]
    ordered = sorted((one for one in ranked if one[0]), key=lambda one: (-one[0], one[1].id))
    return tuple(row for _, row in ordered[:MOST_DUPLICATES])


def _found(council_id: int, forms: Iterable[str]) -> "QuerySet[Any, Any]":
    """Ids of people with a key that begins with one of the forms."""
    wanted = Q()
    for form in sorted(forms):
        wanted |= _begins(form)
    keys: QuerySet[NameKey] = NameKey.objects.of(council_id)
    return keys.filter(wanted).values("person_id")


def _begins(form: str) -> Q:
    """A beginning, so that both databases take it from the index.

    SQLite's LIKE uses none, so it is told the range as well; beyond plain letters the order of
    the two databases differs, and only the beginning decides.
    """
    begins = Q(key__startswith=form)
    if not (form.isascii() and form.isalnum()):
        return begins
    return begins & Q(key__gte=form, key__lte=form.ljust(LONGEST_KEY, "z"))


def _likeness(
    asked: tuple[frozenset[str], ...], row: PersonFacts, born: date, days: frozenset[date]
) -> int:
    """How alike: 0 not enough; more for each word, more for the very day."""
    keys = name_keys(row.full_name, row.known_as)
    alike = sum(within(forms, keys) for forms in asked)
    if not alike or (row.born not in days and alike < len(asked)):
        return 0
    return 2 * alike + (row.born == born)
