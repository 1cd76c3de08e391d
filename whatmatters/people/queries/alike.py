"""People of a list who may be here already, each with who she may be: one pass for thousands."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from whatmatters.people.models import Person
from whatmatters.rules.birthdays import mistaken_for
from whatmatters.rules.same_name import may_be_one_name, said_words

AT_ONCE = 500
# More than are born on such days in any county; a day that stands for "not known" may have more.
MOST_COMPARED = 300
Named = tuple[int, date, tuple[str, ...]]


def alike_before(council_id: int, new: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Each of the new people with the first person of a lower id whom she may be.

    Born on the same day, or on one that a slip of writing makes of it, and of one name
    (`may_be_one_name`). Only those born on such days are compared, at most MOST_COMPARED with each,
    so the work grows with the list and not with its square. What is held is a number for each
    person of the council.
    """
    born_on: defaultdict[date, array[int]] = defaultdict(lambda: array("q"))
    everybody = Person.objects.of(council_id).order_by("id").values_list("pk", "born")
    for pk, born in everybody.iterator():
        born_on[born].append(pk)
    for some in _parts(new):
        named = _named(council_id, some)
        near = {
            pk: sorted(o for day in mistaken_for(born) for o in born_on.get(day, ()) if o < pk)[
                :MOST_COMPARED
            ]
            for pk, born, _name in named.values()
        }
        others = _named(council_id, {other for found in near.values() for other in found})
        for pk, _born, name in named.values():
            found = (other for other in near[pk] if may_be_one_name(name, others[other][2]))
            if (first := next(found, None)) is not None:
                yield pk, first


def _parts(ids: Iterable[int]) -> Iterator[Sequence[int]]:
    whole = sorted(ids)
    return (whole[first : first + AT_ONCE] for first in range(0, len(whole), AT_ONCE))


def _named(council_id: int, ids: Iterable[int]) -> dict[int, Named]:
    """When they were born and the words of their full names, by id."""
    found: dict[int, Named] = {}
    for some in _parts(ids):
        rows = Person.objects.of(council_id).filter(pk__in=some).order_by("id")
        told = rows.values_list("pk", "born", "full_name")
        found |= {pk: (pk, born, said_words(name)) for pk, born, name in told}
    return found
