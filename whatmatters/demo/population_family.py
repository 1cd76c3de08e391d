"""Family and friends of synthetic people: who takes part in a plan and in the family's view."""

from dataclasses import dataclass
from enum import StrEnum

from whatmatters.demo.names import FormOfName, Name, Names
from whatmatters.demo.population_chance import Chance
from whatmatters.rules.people import Language


class Relationship(StrEnum):
    """How someone stands to the person."""

    WIFE = "wife"
    HUSBAND = "husband"
    DAUGHTER = "daughter"
    SON = "son"
    SISTER = "sister"
    BROTHER = "brother"
    MOTHER = "mother"
    FATHER = "father"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """A relative or friend; invented like the person."""

    full_name: str
    known_as: str
    relationship: Relationship
    language: Language


@dataclass(frozen=True, slots=True)
class _Tie:
    """A way to be related: years younger (negative: older), form of name, shares the surname."""

    relationship: Relationship
    younger: int
    form: FormOfName | None
    surname: float
    weight: int


_OLDER = (
    _Tie(Relationship.WIFE, 1, "f", 1.0, 10),
    _Tie(Relationship.HUSBAND, -1, "m", 1.0, 10),
    _Tie(Relationship.DAUGHTER, 27, "f", 0.4, 30),
    _Tie(Relationship.SON, 28, "m", 1.0, 24),
    _Tie(Relationship.SISTER, 2, "f", 0.3, 6),
    _Tie(Relationship.BROTHER, 2, "m", 0.8, 4),
    _Tie(Relationship.FRIEND, 3, None, 0.0, 8),
    _Tie(Relationship.NEIGHBOUR, 15, None, 0.0, 8),
)
_YOUNGER = (
    _Tie(Relationship.MOTHER, -27, "f", 0.9, 40),
    _Tie(Relationship.FATHER, -29, "m", 1.0, 25),
    _Tie(Relationship.SISTER, 1, "f", 0.8, 12),
    _Tie(Relationship.BROTHER, 1, "m", 1.0, 12),
    _Tie(Relationship.FRIEND, 0, None, 0.0, 11),
)
_ONCE = frozenset(
    {Relationship.WIFE, Relationship.HUSBAND, Relationship.MOTHER, Relationship.FATHER}
)
OLDER_FROM = 55  # years at which children are likelier to take part than parents
SAME_LANGUAGE = 0.8


def family_of(
    person: Name,
    language: Language,
    born: int,
    age: int,
    how_many: int,
    names: Names,
    chance: Chance,
) -> tuple[FamilyMember, ...]:
    """`how_many` people close to the person, who was born in the year `born`."""
    ties = [tie for tie in (_OLDER if age >= OLDER_FROM else _YOUNGER) if _fits(tie, person)]
    found = []
    for _ in range(how_many):
        tie = ties[chance.weighted([float(t.weight) for t in ties])]
        if tie.relationship in _ONCE:
            ties.remove(tie)
        spoken = language if chance.happens(SAME_LANGUAGE) else Language.ENGLISH
        surname = person.surname if chance.happens(tie.surname) else None
        name = names.draw(spoken, born + tie.younger, tie.form, surname)
        found.append(FamilyMember(name.full, name.known_as, tie.relationship, spoken))
    return tuple(found)


def _fits(tie: _Tie, person: Name) -> bool:
    """A simplification: a man's spouse is a wife, a woman's a husband."""
    if tie.relationship is Relationship.WIFE:
        return person.form == "m"
    return tie.relationship is not Relationship.HUSBAND or person.form == "f"
