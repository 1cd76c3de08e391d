"""What may be read of a judgement, as values. Nothing here reads a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.rules.outcomes import Achievement, Cause, Party, Satisfaction
from whatmatters.rules.people import Authority


@dataclass(frozen=True, slots=True)
class Answered:
    """That a party has answered, when it last did, and whether it has answered everything."""

    party: Party
    at: datetime
    complete: bool


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """One party's answer once the seal is broken; NO_ANSWER where the time was up without one."""

    achieved: Achievement
    tenths: int | None
    authority: Authority | None
    words: str
    by_name: str
    on: date | None


@dataclass(frozen=True, slots=True)
class FindingShown:
    """The council's finding, with the reason that all three may read."""

    finding_id: int
    tenths: int
    cause: Cause | None
    differs: bool
    reason: str
    by_name: str
    on: date


@dataclass(frozen=True, slots=True)
class OutcomeJudged:
    """One outcome under judgement. `answers` is empty while sealed and where it was retired."""

    outcome_id: int
    statement: str
    language: str
    test: str
    payable: bool
    retired: bool
    answers: Mapping[Party, AnswerShown]
    finding: FindingShown | None
    disagreement: bool


@dataclass(frozen=True, slots=True)
class SatisfactionShown:
    """How the person feels about the support, apart from what was achieved (R-WI-19)."""

    answer: Satisfaction
    words: str
    authority: Authority


@dataclass(frozen=True, slots=True)
class FamilyViewShown:
    """What someone close thinks; never the person's own answer (R-WI-18)."""

    name: str
    relationship: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class JudgementView:
    """The judgement of one version, as it may be read on one day."""

    judgement_id: int
    version_id: int
    plan_id: int
    person_id: int
    provider_id: int
    opened_on: date
    until: date
    sealed: bool
    concluded: bool
    in_force: bool
    answered: tuple[Answered, ...]
    outcomes: tuple[OutcomeJudged, ...]
    satisfaction: SatisfactionShown | None
    family_views: tuple[FamilyViewShown, ...]


@dataclass(frozen=True, slots=True)
class JudgementOpen:
    """A judgement that is not concluded, and for whom it waits."""

    judgement_id: int
    version_id: int
    person_id: int
    provider_id: int
    opened_on: date
    until: date
    sealed: bool
    waiting_for: frozenset[Party]
    outcome_ids: frozenset[int]
