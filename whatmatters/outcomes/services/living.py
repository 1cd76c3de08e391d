"""What every fact of the case asks of its person: of this council, and alive on the day."""

from collections.abc import Iterable
from datetime import date

from whatmatters.people.queries import lives
from whatmatters.rules.refusals import Absent, Refusal


class PersonHasDied(Refusal):
    """The day lies after the person's death: PersonHasDied(person_id=, on=)."""

    code = "person_has_died"


def check_living(council_id: int, days: Iterable[tuple[int, date]]) -> None:
    """Each (person id, day): Absent for a person of another council, PersonHasDied after death.

    The day of death itself is still a day of the person's life.
    """
    asked = list(days)
    ids = {person_id for person_id, _ in asked}
    died = lives(council_id, ids)
    for missing in sorted(ids - died.keys()):
        raise Absent(what="person", id=missing)
    for person_id, on in asked:
        last = died[person_id]
        if last is not None and on > last:
            raise PersonHasDied(person_id=person_id, on=last)
