"""The agreement by three: proposed, answered by person, provider and council (R-WI-05)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import PlanAnswer, PlanVersion
from whatmatters.outcomes.queries.contents import contents
from whatmatters.outcomes.queries.pricing import Prices
from whatmatters.outcomes.services.drafting import Content, price
from whatmatters.outcomes.services.earlier import end_earlier
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.moves import Moving, locked_versions, move_versions
from whatmatters.outcomes.services.plan_answers import PlanAnswerGiven, answer_row, write_answers
from whatmatters.outcomes.services.signing import must_last, must_run, sign_versions
from whatmatters.outcomes.services.voices import Voices, voices_for
from whatmatters.outcomes.services.writers import NotYoursToWrite
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.plan_checks import check_whole
from whatmatters.rules.refusals import Refusal

LEADS_TO = {Answer.AMENDMENT: PlanState.AMENDMENT_REQUESTED, Answer.DECLINED: PlanState.DECLINED}


class PlanNotProposed(Refusal):
    """Only a proposed version is answered: (version_id=, state=)."""

    code = "plan_not_proposed"


class PriceMoved(Refusal):
    """The rates are no longer those that were proposed: (proposed=, now=), whole pence."""

    code = "price_moved_since_proposal"


@transaction.atomic
def propose_plans(*, by: Actor, at: datetime, on: date, version_ids: Sequence[int]) -> None:
    """Put drafts to the three. Raises PlanIsEmpty, NotYoursToWrite, RateMissing, NoBlockRuns."""
    versions = locked_versions(by.council_id, version_ids)
    voices = _voices(by, at, on, versions, [Party.PERSON])
    for row in versions.values():
        if not voices.may_write_plan(by, row.plan.person_id, row.plan.provider_id):
            raise NotYoursToWrite(person_id=row.plan.person_id)
    price_whole(by.council_id, versions)
    must_last(by.council_id, versions.values())
    moving = [Moving(row, PlanState.PROPOSED, on, "proposed") for row in versions.values()]
    move_versions(by=by, at=at, moving=moving)


def answer_plan(*, by: Actor, at: datetime, on: date, answer: PlanAnswerGiven) -> PlanState:
    """Answer one version; the state it is in then. See `answer_plans`."""
    return answer_plans(by=by, at=at, on=on, answers=[answer])[answer.version_id]


@transaction.atomic
def answer_plans(
    *, by: Actor, at: datetime, on: date, answers: Sequence[PlanAnswerGiven]
) -> dict[int, PlanState]:
    """Answer proposed versions, all or none; the state of each then.

    The third "agreed" agrees the plan: an earlier version stops the day before the first, and the
    agreement that pays is signed, unless an urgent start signed it. An amendment or a decline
    never stops support that runs. Raises VoiceRefused, PlanNotProposed, AlreadyAnswered,
    WordsMissing, PriceMoved, PlansOverlap, VersionStartsTooEarly, PersonHasDied.
    """
    versions = locked_versions(by.council_id, {given.version_id for given in answers})
    voices = _voices(by, at, on, versions, {given.party for given in answers})
    for row in versions.values():
        if row.state != PlanState.PROPOSED:
            raise PlanNotProposed(version_id=row.pk, state=row.state)
    write_answers(by, at, [answer_row(by, at, on, g, versions, voices) for g in answers])
    for answer, state in LEADS_TO.items():
        chosen = {given.version_id for given in answers if given.answer is answer}
        rows = [versions[pk] for pk in sorted(chosen) if versions[pk].state == PlanState.PROPOSED]
        move_versions(by=by, at=at, moving=[Moving(row, state, on, str(answer)) for row in rows])
    _agree(by, at, on, [row for row in versions.values() if row.state == PlanState.PROPOSED])
    return {row.pk: PlanState(row.state) for row in versions.values()}


def price_whole(council_id: int, versions: Mapping[int, PlanVersion]) -> None:
    """Refuse what is empty, and write the price at the rates of each first day.

    What is paid as a block has none, and a block must run on its first day.
    """
    said = contents(versions.values())
    prices = Prices()
    for row in versions.values():
        check_whole(said[row.pk])
        row.price = price(Content(row.plan.person_id, row.plan.contract_id, said[row.pk]), prices)
    must_run(council_id, versions.values())
    PlanVersion.objects.bulk_update(versions.values(), ["price"])


def _agree(by: Actor, at: datetime, on: date, rows: list[PlanVersion]) -> None:
    """Agree those of the versions to which all three have now said yes."""
    agreed: dict[int, set[str]] = {}
    said = PlanAnswer.objects.filter(version__in=rows, answer=Answer.AGREED)
    for version_id, party in said.values_list("version_id", "party"):
        agreed.setdefault(version_id, set()).add(party)
    whole = [row for row in rows if agreed.get(row.pk) == set(Party)]
    if not whole:
        return
    _check_prices(whole)
    must_last(by.council_id, whole)
    end_earlier(by=by, at=at, versions=whole)
    moving = [Moving(row, PlanState.AGREED, on, "agreed_by_three") for row in whole]
    move_versions(by=by, at=at, moving=moving)
    sign_versions(by=by, at=at, versions=whole)


def _check_prices(rows: Sequence[PlanVersion]) -> None:
    said, prices = contents(rows), Prices()
    for row in rows:
        content = Content(row.plan.person_id, row.plan.contract_id, said[row.pk])
        now = price(content, prices)
        if now != row.price:
            raise PriceMoved(proposed=row.price, now=now)


def _voices(
    by: Actor,
    at: datetime,
    on: date,
    versions: Mapping[int, PlanVersion],
    parties: Iterable[Party],
) -> Voices:
    """The voices of the day, once everybody concerned is known to be alive on it."""
    must_be_reached(on, at)
    people = {row.plan.person_id for row in versions.values()}
    check_living(by.council_id, [(person_id, on) for person_id in people])
    return voices_for(people, on, parties)
