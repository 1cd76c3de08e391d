"""What is still sealed: who has answered what, without a word of what they said (R-WI-09)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from whatmatters.outcomes.models import Judgement, OutcomeAnswer, PlanMove, PlanOutcome
from whatmatters.rules.judging import is_complete, is_sealed
from whatmatters.rules.lifecycles import OutcomeState, PlanState
from whatmatters.rules.outcomes import EndReason, Party

LET_GO = (OutcomeState.RETIRED, OutcomeState.REPLACED)
REVIEWED = str(EndReason.REVIEWED)


@dataclass(frozen=True, slots=True)
class Seal:
    """One judgement's seal: what is asked, and which outcomes each party has answered."""

    judgement_id: int
    version_id: int
    until: date
    concluded: bool
    asked: frozenset[int]
    given: dict[Party, frozenset[int]]

    def closed(self, on: date) -> bool:
        """Whether nothing of any answer may be shown on this day."""
        return not self.concluded and is_sealed(self.asked, self.given, until=self.until, on=on)

    def has_answered(self, party: Party) -> bool:
        """Whether a party has answered every outcome that is asked about."""
        return is_complete(self.asked, self.given.get(party, frozenset()))

    def waiting_for(self) -> frozenset[Party]:
        """The parties who have not answered everything."""
        return frozenset(party for party in Party if not self.has_answered(party))


def seals(judgements: Iterable[Judgement]) -> dict[int, Seal]:
    """The seals of these judgements, by id, in three queries."""
    held = list(judgements)
    versions = [row.version_id for row in held]
    asked, given = asked_outcomes(versions), _given([row.pk for row in held])
    ended = set(_conclusions(versions))
    return {
        row.pk: Seal(
            row.pk,
            row.version_id,
            row.until,
            row.version_id in ended,
            asked.get(row.version_id, frozenset()),
            given.get(row.pk, {}),
        )
        for row in held
    }


def sealed_judgements(council_id: int, on: date, *, person_id: int | None = None) -> frozenset[int]:
    """Judgements of a council, or of one person, of which nothing may be shown on a day."""
    rows = Judgement.objects.of(council_id).filter(until__gte=on)
    if person_id is not None:
        rows = rows.filter(version__plan__person_id=person_id)
    return frozenset(pk for pk, seal in seals(rows).items() if seal.closed(on))


def with_conclusions(judgements: Any) -> Any:
    """Rows of judgements that say whether they are concluded, for `seal_of`."""
    ended = PlanMove.objects.filter(
        version_id=OuterRef("version_id"), to=PlanState.ENDED, why=REVIEWED
    )
    return judgements.annotate(is_concluded=Exists(ended))


def seal_of(row: Any) -> Seal:
    """The seal of one of `with_conclusions`, whose answers and outcomes are read already."""
    given: dict[Party, set[int]] = defaultdict(set)
    for answer in row.answers.all():
        given[Party(answer.party)].add(answer.outcome_id)
    outcomes = [kept.outcome for kept in row.version.outcomes.all()]
    return Seal(
        row.pk,
        row.version_id,
        row.until,
        row.is_concluded,
        frozenset(outcome.pk for outcome in outcomes if outcome.state not in LET_GO),
        {party: frozenset(ids) for party, ids in given.items()},
    )


def asked_outcomes(version_ids: list[int]) -> dict[int, frozenset[int]]:
    """Outcomes that are judged: all of the version but those that the person has let go."""
    rows = PlanOutcome.objects.filter(version_id__in=version_ids)
    found: dict[int, set[int]] = defaultdict(set)
    kept = rows.exclude(outcome__state__in=LET_GO).values_list("version_id", "outcome_id")
    for version_id, outcome_id in kept:
        found[version_id].add(outcome_id)
    return {version_id: frozenset(ids) for version_id, ids in found.items()}


def _given(judgement_ids: list[int]) -> dict[int, dict[Party, frozenset[int]]]:
    rows = OutcomeAnswer.objects.filter(judgement_id__in=judgement_ids)
    found: dict[int, dict[Party, set[int]]] = defaultdict(lambda: defaultdict(set))
    for judgement_id, party, outcome_id in rows.values_list("judgement_id", "party", "outcome_id"):
        found[judgement_id][Party(party)].add(outcome_id)
    return {
        judgement_id: {party: frozenset(ids) for party, ids in parties.items()}
        for judgement_id, parties in found.items()
    }


def _conclusions(version_ids: list[int]) -> list[int]:
    rows = PlanMove.objects.filter(version_id__in=version_ids, to=PlanState.ENDED, why=REVIEWED)
    return list(rows.values_list("version_id", flat=True))
