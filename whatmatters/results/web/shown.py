"""Measured periods as they are read: what was counted, what can be told, what it pays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from whatmatters.policy.queries import dated_rules
from whatmatters.results.queries import Said, SchemeFacts, counted
from whatmatters.results.queries.groups import Groups, evidence_of
from whatmatters.results.web.words import points_text, rate_text, seen_text
from whatmatters.rules.commissioning_models import community_outcome
from whatmatters.rules.commissioning_models.community_outcome import (
    NOT_COUNTED,
    TOO_FEW,
    least_people,
)
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.periods import Period

INTERVAL = ("difference", "lower", "upper")


@dataclass(frozen=True, slots=True)
class Step:
    """One step as it was agreed, and from about how many people it can be told."""

    rate: str
    pays: int
    least: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a count says by the contract's own rules. `code`: why it pays what it pays."""

    rate: str
    code: str
    pence: int
    difference: str
    lower: str
    upper: str
    # Of people like those before; empty where no groups were agreed, or one was not counted.
    alike: str = ""

    @property
    def not_counted(self) -> bool:
        """Whether nobody of an agreed group was counted."""
        return self.code == NOT_COUNTED

    @property
    def too_few(self) -> bool:
        """Whether no change could be told from chance."""
        return self.code == TOO_FEW


@dataclass(frozen=True, slots=True)
class Row:
    """One measured period that is over. `holds`: an earlier count that is paid until the newest has
    its yes; `worst`: what it would be if all who were left out had gone the other way; `parts`: its
    groups."""

    number: int
    days: Period
    said: Said | None = None
    told: Told | None = None
    worst: Told | None = None
    holds: Said | None = None
    parts: tuple[tuple[str, int, int], ...] = ()


def steps(scheme: SchemeFacts) -> list[Step]:
    """Each step of the contract."""
    terms = scheme.terms.terms
    return [
        Step(rate_text(one.rate), half_up(pence(one.pays)), least_people(terms, one))
        for one in terms.steps
    ]


def rows(scheme: SchemeFacts, ever: Sequence[Said], today: date) -> Iterator[Row]:
    """Every measured period that is over, the newest first."""
    newest = counted(ever)
    agreed = counted(one for one in ever if one.agreed_at is not None)
    for number, days in reversed(list(scheme.over_by(today))):
        said = newest.get(number)
        if said is None:
            yield Row(number, days)
            continue
        one = said.count
        holds = agreed.get(number) if said.agreed_at is None else None
        told = told_of(scheme, one.events, one.people, one.groups)
        worst = _worst(scheme, said) if one.left_out else None
        yield Row(number, days, said, told, worst, holds, _parts(scheme, said))


def _parts(scheme: SchemeFacts, said: Said) -> tuple[tuple[str, int, int], ...]:
    """Each agreed group as it was counted: its name, to how many, of how many."""
    named = zip(scheme.terms.terms.groups, said.count.groups, strict=True)
    return tuple((group.name, row[0], row[1]) for group, row in named)


def told_of(scheme: SchemeFacts, events: int, people: int, groups: Groups) -> Told:
    """Worked out by the same `assess` that a run pays by; the interval is the one that decides."""
    seen = evidence_of(scheme.terms.terms, events, people, groups)
    statement = community_outcome.assess(scheme.terms, seen, dated_rules())
    told = statement.lines[0]
    alike = told.inputs.get("adjusted_rate")
    named = "" if alike is None else "adjusted_"
    parts = {one: points_text(float(str(told.inputs[f"{named}{one}"]))) for one in INTERVAL}
    rate = "" if alike is None else seen_text(float(str(alike)))
    return Told(seen_text(events / people), told.reason, statement.total, **parts, alike=rate)


def _worst(scheme: SchemeFacts, said: Said) -> Told:
    one = said.count
    better = scheme.terms.terms.direction is community_outcome.Direction.INCREASE

    def other_way(events: int, people: int, left_out: int) -> tuple[int, int, int]:
        return events if better else events + left_out, people + left_out, 0

    events, people, _none = other_way(one.events, one.people, one.left_out)
    return told_of(scheme, events, people, tuple(other_way(*group) for group in one.groups))
