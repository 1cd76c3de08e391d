"""An episode of a few weeks, for whoever can use it: nobody's eligibility is asked (R-EL-02)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.commissioning.queries import ContractFacts, contract
from whatmatters.commissioning.queries.refusals import AgreementRefused
from whatmatters.commissioning.services import sign_agreement
from whatmatters.episodes.models import Episode
from whatmatters.episodes.queries import episode_facts, episode_terms
from whatmatters.episodes.queries.episodes import MODEL, SOURCE
from whatmatters.episodes.queries.refusals import (
    AfterDeath,
    EpisodeUnended,
    NotForEpisodes,
    OutsideContract,
    TermsLeftOut,
)
from whatmatters.episodes.services.ending import end_by_death
from whatmatters.episodes.services.held import episode_event, must_be_allowed
from whatmatters.people.queries import died_on
from whatmatters.records.locks import EPISODES, lock_council
from whatmatters.rules.episodes import last_day
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent

LEFT_OUT = frozenset({"missing_key", "no_quality_table"})


@dataclass(frozen=True, slots=True)
class EpisodeGiven:
    """The contract and the first day. `settings`: terms other than the contract's, by their names.

    An extension is no setting: it is asked for while it runs.
    """

    person_id: int
    contract_id: int
    starts: date
    settings: Mapping[str, object] = field(default_factory=dict)


@transaction.atomic
def open_episode(*, by: Actor, at: datetime, given: EpisodeGiven) -> int:
    """Open it and sign its agreement; its id.

    Of somebody whose death was told first, what happened before is written afterwards. Raises
    EpisodeNotAllowed, AfterDeath, Absent, NotForEpisodes, EpisodeUnended, TermsLeftOut,
    OutsideContract, or what signing refuses.
    """
    must_be_allowed(by, at, Action.AGREE_EPISODE, given.person_id)
    died = died_on([given.person_id]).get(given.person_id)
    if died is not None and given.starts > died:
        raise AfterDeath(field="starts", died=died)
    lock_council(by.council_id, EPISODES)
    held = _contract(by, given)
    _alone(by, given)
    row = _row(by, at, given)
    _sign(by, at, row, given.settings)
    row.clock_ends = last_day(given.starts, episode_terms(by.council_id, row.pk).terms.weeks, 0)
    if held.ends is not None and held.ends < row.clock_ends:
        raise OutsideContract(starts=held.starts, ends=held.ends)
    row.save(update_fields=["clock_ends"])
    audit_many(by=by, at=at, events=[episode_event("episode.opened", row)])
    end_by_death(by, at, row)
    return int(row.pk)


def _contract(by: Actor, given: EpisodeGiven) -> ContractFacts:
    held = contract(by.council_id, given.contract_id)
    if held is None:
        raise Absent(what="contract", id=given.contract_id)
    if held.model != MODEL:
        raise NotForEpisodes(field="contract")
    if held.starts > given.starts or (held.ends is not None and held.ends < given.starts):
        raise OutsideContract(starts=held.starts, ends=held.ends or "")
    return held


def _alone(by: Actor, given: EpisodeGiven) -> None:
    """One at a time, and its end is told before the next. Raises EpisodeUnended."""
    for other in episode_facts(by.council_id, person_id=given.person_id):
        if other.ends is None or other.ends >= given.starts:
            raise EpisodeUnended(starts=other.starts)


def _row(by: Actor, at: datetime, given: EpisodeGiven) -> Episode:
    """Its clock is set once its weeks are signed."""
    try:
        with transaction.atomic():
            row: Episode = Episode.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                person_id=given.person_id,
                contract_id=given.contract_id,
                starts=given.starts,
                clock_ends=given.starts,
            )
    except IntegrityError as error:
        raise EpisodeUnended(starts=given.starts) from error
    return row


def _sign(by: Actor, at: datetime, row: Episode, settings: Mapping[str, object]) -> None:
    try:
        sign_agreement(
            by=by,
            at=at,
            contract_id=row.contract_id,
            person_id=row.person_id,
            source=SOURCE,
            source_id=row.pk,
            starts=row.starts,
            ends=None,
            terms={**settings, "extensions": 0},
        )
    except AgreementRefused as refused:
        for problem in refused.problems:
            if problem.code in LEFT_OUT:
                raise TermsLeftOut(field=problem.where.rpartition(".")[2]) from refused
        raise
