"""Whose support is compared: everybody's, that of an area, of a provider, or of chosen people."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from whatmatters.access.queries.bodies import provider_of_council
from whatmatters.commissioning.queries import AgreementFacts, agreement_facts
from whatmatters.direct_payments.queries.introduced import SOURCE as INTRODUCTION
from whatmatters.outcomes.queries.block_support import block_support
from whatmatters.people.queries import in_council, people_of
from whatmatters.places.queries import patches
from whatmatters.rules.periods import Period
from whatmatters.rules.refusals import Refusal


class CohortKind(StrEnum):
    """How people are chosen."""

    COUNCIL = "council"
    AREA = "area"
    PROVIDER = "provider"
    PEOPLE = "people"


class NobodyLikeThat(Refusal):
    """No such area, provider or person here: NobodyLikeThat(what=, id=)."""

    code = "nobody_like_that"

    def __init__(self, *, what: str, id: int) -> None:  # noqa: A002 -- as `Absent` names it
        super().__init__(what=what, id=id)
        self.what, self.id = what, id


@dataclass(frozen=True, slots=True)
class Cohort:
    """`ids`: of the area (a patch) or of the provider, one; of the people, all of them."""

    kind: CohortKind = CohortKind.COUNCIL
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The agreements of a cohort in the periods, terms unread; who is in a patch's block beside."""

    agreements: tuple[AgreementFacts, ...]
    in_block: frozenset[int]

    @property
    def people(self) -> frozenset[int]:
        """Everybody in it."""
        return frozenset(one.person_id for one in self.agreements if one.person_id) | self.in_block


def chosen(council_id: int, cohort: Cohort, window: Period) -> Chosen:
    """Whoever of the cohort had support on a day. Raises NobodyLikeThat."""
    people = _people(council_id, cohort)
    found = agreement_facts(council_id, period=window, with_terms=False)
    # What her own account pays was paid into it: it is no support beside her direct payment.
    held = [one for one in found if one.person_id and one.source != INTRODUCTION]
    held = [one for one in held if people is None or one.person_id in people]
    blocked = frozenset(
        person
        for person, last in block_support(council_id)
        if (people is None or person in people) and (last is None or last >= window.start)
    )
    if cohort.kind is CohortKind.PROVIDER:
        # Of a block's people the plan alone would say whose they are: its own page tells of them.
        held = [one for one in held if one.payee_id in cohort.ids]
        blocked = frozenset()
    return Chosen(tuple(held), blocked)


def _people(council_id: int, cohort: Cohort) -> frozenset[int] | None:
    """Ids of the people who may be in it; None: anybody."""
    if cohort.kind is CohortKind.AREA:
        _must_hold(cohort, "area", (patch.id for patch in patches(council_id)))
        return frozenset(p.id for one in cohort.ids for p in people_of(council_id, patch_id=one))
    if cohort.kind is CohortKind.PEOPLE:
        _must_hold(cohort, "person", in_council(council_id, cohort.ids))
        return frozenset(cohort.ids)
    if cohort.kind is CohortKind.PROVIDER:
        known = (one for one in cohort.ids if provider_of_council(council_id, one))
        _must_hold(cohort, "provider", known)
    return None


def _must_hold(cohort: Cohort, what: str, known: Iterable[int]) -> None:
    held = set(known)
    for one in cohort.ids:
        if one not in held:
            raise NobodyLikeThat(what=what, id=one)
