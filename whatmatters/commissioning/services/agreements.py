"""Sign an agreement under a contract's terms of the day, and end it once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.commissioning.models import Agreement, AgreementEnd, ContractTerms
from whatmatters.commissioning.queries.agreements import CHUNK
from whatmatters.commissioning.queries.contracts import ContractFacts, contract_facts
from whatmatters.commissioning.queries.refusals import (
    AgreementAlreadyEnded,
    AgreementAlreadySigned,
    AgreementNotFound,
    AgreementRefused,
    ContractNotFound,
    EndBeforeStart,
    TermsMissing,
)
from whatmatters.commissioning.queries.terms import build_terms
from whatmatters.commissioning.services.whole_terms import RateTable, whole_terms
from whatmatters.rules.commissioning import Problems
from whatmatters.rules.commissioning_models import MODELS
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.stored_terms import from_json, to_json


@dataclass(frozen=True, slots=True)
class AgreementGiven:
    """What is to be signed. `source` and `source_id` name what it prices, by kind and id."""

    contract_id: int
    person_id: int | None
    source: str
    source_id: int
    starts: date
    ends: date | None
    terms: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class EndGiven:
    """The last day that earns, and why."""

    agreement_id: int
    on: date
    reason: EndReason


def sign_agreement(
    *,
    by: Actor,
    at: datetime,
    contract_id: int,
    person_id: int | None,
    source: str,
    source_id: int,
    starts: date,
    ends: date | None,
    terms: Mapping[str, object],
) -> int:
    """Sign one; returns its id. See `sign_many`."""
    given = AgreementGiven(contract_id, person_id, source, source_id, starts, ends, terms)
    return sign_many(by=by, at=at, agreements=[given])[0]


@transaction.atomic
def sign_many(*, by: Actor, at: datetime, agreements: Sequence[AgreementGiven]) -> list[int]:
    """Sign many, all or none; returns their ids in order.

    The contract's terms of the first day lie under what is given, the model's defaults under
    both. Raises AgreementRefused with every problem of the model's check, RateMissing where a
    used band has no rate that day, AgreementAlreadySigned.
    """
    wanted = {given.contract_id for given in agreements}
    contracts = {facts.id: facts for facts in contract_facts(by.council_id, wanted)}
    versions = _Versions(by.council_id)
    rates = RateTable(wanted & set(contracts))
    rows = [_row(by, at, given, contracts, versions, rates) for given in agreements]
    try:
        with transaction.atomic():
            made = Agreement.objects.bulk_create(rows, batch_size=CHUNK)
    except IntegrityError as error:
        raise AgreementAlreadySigned(source=rows[0].source, agreements=len(rows)) from error
    events = [
        Audited("sign_agreement", "agreement", row.pk, row.person_id, row.source) for row in made
    ]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in made]


def end_agreement(
    *, by: Actor, at: datetime, agreement_id: int, on: date, reason: EndReason
) -> None:
    """End one, once. See `end_many`."""
    end_many(by=by, at=at, ends=[EndGiven(agreement_id, on, reason)])


@transaction.atomic
def end_many(*, by: Actor, at: datetime, ends: Sequence[EndGiven]) -> None:
    """Write the last day that earns of many agreements, all or none.

    `on` before the last day is an early end; after it, the review was late. The day before the
    first day means that nothing is earned. Raises AgreementAlreadyEnded, AgreementNotFound,
    EndBeforeStart.
    """
    rows = Agreement.objects.of(by.council_id).in_bulk([end.agreement_id for end in ends])
    for end in ends:
        if end.agreement_id not in rows:
            raise AgreementNotFound(agreement_id=end.agreement_id)
        starts = rows[end.agreement_id].starts
        if end.on.toordinal() < starts.toordinal() - 1:
            raise EndBeforeStart(starts=starts, ends=end.on)
    made = [
        AgreementEnd(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            agreement_id=end.agreement_id,
            on=end.on,
            reason=end.reason,
        )
        for end in ends
    ]
    try:
        with transaction.atomic():
            AgreementEnd.objects.bulk_create(made, batch_size=CHUNK)
    except IntegrityError as error:
        raise AgreementAlreadyEnded(agreement_id=ends[0].agreement_id) from error
    events = [_ended(end, rows[end.agreement_id].person_id) for end in ends]
    audit_many(by=by, at=at, events=events)


def _ended(end: EndGiven, person_id: int | None) -> Audited:
    why = str(end.reason)
    return Audited("end_agreement", "agreement", end.agreement_id, person_id, why)


class _Versions:
    """The terms of each contract of a council, read once."""

    def __init__(self, council_id: int) -> None:
        self.rows: dict[int, list[ContractTerms]] = {}
        for row in ContractTerms.objects.of(council_id).order_by("starts"):
            self.rows.setdefault(row.contract_id, []).append(row)

    def on(self, contract_id: int, day: date) -> ContractTerms:
        """The version in force on a day. Raises TermsMissing."""
        held = [row for row in self.rows.get(contract_id, []) if row.starts <= day]
        if not held:
            raise TermsMissing(contract_id=contract_id, on=day)
        return held[-1]


def _row(
    by: Actor,
    at: datetime,
    given: AgreementGiven,
    contracts: Mapping[int, ContractFacts],
    versions: _Versions,
    rates: RateTable,
) -> Agreement:
    if given.contract_id not in contracts:
        raise ContractNotFound(contract_id=given.contract_id)
    contract = contracts[given.contract_id]
    version = versions.on(contract.id, given.starts)
    under = from_json(json.dumps(version.terms))
    terms_text = _checked_terms(contract, under, given, rates)
    return Agreement(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        contract_terms=version,
        person_id=given.person_id,
        model=contract.model,
        starts=given.starts,
        ends=given.ends,
        terms=json.loads(terms_text),
        payers=json.loads(_payers_text(contract)),
        payee_id=contract.provider_id,
        source=given.source,
        source_id=given.source_id,
    )


def _checked_terms(
    contract: ContractFacts,
    under: Mapping[str, object],
    given: AgreementGiven,
    rates: RateTable,
) -> str:
    whole = whole_terms(contract.model, under, given.terms, rates.of(contract.id, given.starts))
    text = to_json(whole)
    try:
        agreement = build_terms(
            contract.model,
            given.starts,
            given.ends,
            contract.provider_id,
            _payers_text(contract),
            text,
        )
        problems = MODELS[contract.model].check(agreement)
    except Problems as found:
        problems = found.problems
    if problems:
        raise AgreementRefused(problems)
    return text


def _payers_text(contract: ContractFacts) -> str:
    return json.dumps([[who, s.numerator, s.denominator] for who, s in contract.payers])
