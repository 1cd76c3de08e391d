"""What people wanted and the area did not have, by ward; few people are never told apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from whatmatters.outcomes.queries.figure_facts import GapFigure
from whatmatters.rules.measures.rates import may_show
from whatmatters.rules.measures.withholding import withheld


@dataclass(frozen=True, slots=True)
class WardGaps:
    """One ward. `people` None: from 1 to few, not told apart; `what` is what most people missed."""

    code: str
    name_en: str
    name_cy: str
    people: int | None
    what: str


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that so many people missed, in whatever ward."""

    what: str
    people: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """All gaps of a period: how many, the wards (most people first), and what is missed most.

    `total_told`: whether `gaps` may be shown beside the wards. `other_things`: how many things were
    missed by fewer people each than may be told.
    """

    gaps: int
    people: int
    wards: tuple[WardGaps, ...]
    missing: tuple[Missing, ...]
    other_things: int
    total_told: bool


def gaps_of(figures: Iterable[GapFigure], *, part: bool, minimum: int) -> Gaps:
    """The gaps that lie inside, with what may be told of each ward.

    `part`: others may know the department's gaps.
    """
    every = list(figures)
    own = [g for g in every if g.inside]
    whole = _people(every) if part else None
    things = _things(own)
    told = {key: n for key, n in things.items() if n >= minimum}
    words = {_key(g.what): g.what for g in reversed(own)}
    people = len({g.person_id for g in own})
    wards = _wards(own, whole, told, minimum)
    return Gaps(
        gaps=len(own),
        people=people,
        wards=wards,
        missing=tuple(Missing(words[key], n) for key, n in Counter(told).most_common()),
        other_things=len(things) - len(told),
        total_told=people >= minimum and _total_told(len(own), wards),
    )


def _total_told(gaps: int, wards: tuple[WardGaps, ...]) -> bool:
    """Not where it leaves fewer than two gaps for each ward that is not told apart.

    Seven gaps in seven such wards would say that there is one person in each.
    """
    few = sum(ward.people is None for ward in wards)
    left = gaps - sum(ward.people or 0 for ward in wards)
    return left >= few * 2


def _wards(
    own: list[GapFigure], whole: dict[str, int] | None, told: dict[str, int], minimum: int
) -> tuple[WardGaps, ...]:
    people = _people(own)
    hidden = withheld(people, minimum)
    by_ward: defaultdict[str, list[GapFigure]] = defaultdict(list)
    for gap in own:
        by_ward[gap.ward_code].append(gap)
    rows = []
    for code, gaps in by_ward.items():
        everybody = None if whole is None else whole[code]
        shown = code not in hidden and may_show(people[code], everybody, minimum)
        most = next((w for w in _most(gaps) if _key(w) in told), "") if shown else ""
        names = (gaps[0].ward_en, gaps[0].ward_cy)
        rows.append(WardGaps(code, *names, people[code] if shown else None, most))
    return tuple(sorted(rows, key=lambda row: (-(row.people or 0), row.name_en)))


def _most(gaps: list[GapFigure]) -> list[str]:
    words = {_key(g.what): g.what for g in reversed(gaps)}
    return [words[key] for key, _ in Counter(_things(gaps)).most_common()]


def _people(gaps: Iterable[GapFigure]) -> dict[str, int]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for gap in gaps:
        found[gap.ward_code].add(gap.person_id)
    return {code: len(people) for code, people in found.items()}


def _things(gaps: Iterable[GapFigure]) -> dict[str, int]:
    """People by thing; spellings that differ by case or spaces count as one."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for gap in gaps:
        found[_key(gap.what)].add(gap.person_id)
    return {key: len(people) for key, people in found.items()}


def _key(what: str) -> str:
    return " ".join(what.casefold().split())
