"""An agreement to be signed, with all that its contract says of its first day."""

import json
from collections.abc import Mapping
from datetime import datetime

from whatmatters.access.queries import Actor
from whatmatters.commissioning.models import Agreement
from whatmatters.commissioning.queries.contracts import ContractFacts
from whatmatters.commissioning.queries.paid_models import PAID_FROM_RECORDS, SOURCES
from whatmatters.commissioning.queries.refusals import AgreementRefused, ContractNotFound
from whatmatters.commissioning.queries.terms import build_terms
from whatmatters.commissioning.services.agreement_given import AgreementGiven
from whatmatters.commissioning.services.term_versions import Versions
from whatmatters.commissioning.services.whole_terms import RateTable, whole_terms
from whatmatters.rules.commissioning import Problem, Problems
from whatmatters.rules.commissioning_models import MODELS
from whatmatters.rules.stored_terms import from_json, to_json


def agreement_row(
    by: Actor,
    at: datetime,
    given: AgreementGiven,
    contracts: Mapping[int, ContractFacts],
    versions: Versions,
    rates: RateTable,
) -> Agreement:
    """The row to write. Raises ContractNotFound, TermsMissing or AgreementRefused."""
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
        payers=json.loads(_payers_text(contract, given)),
        payee_id=given.payee_id or contract.provider_id,
        source=given.source,
        source_id=given.source_id,
    )


def _checked_terms(
    contract: ContractFacts,
    under: Mapping[str, object],
    given: AgreementGiven,
    rates: RateTable,
) -> str:
    if contract.model not in PAID_FROM_RECORDS:
        told = {"value": contract.model}
        raise AgreementRefused((Problem("model_not_paid_yet", "model", told),))
    if SOURCES.get(contract.model, given.source) != given.source:
        raise AgreementRefused((Problem("model_pays_no_plan", "model", {"value": contract.model}),))
    whole = whole_terms(contract.model, under, given.terms, rates.of(contract.id, given.starts))
    text = to_json(whole)
    try:
        agreement = build_terms(
            contract.model,
            given.starts,
            given.ends,
            given.payee_id or contract.provider_id,
            _payers_text(contract, given),
            text,
            contract.provider_id,
        )
        problems = MODELS[contract.model].check(agreement)
    except Problems as found:
        problems = found.problems
    if problems:
        raise AgreementRefused(problems)
    return text


def _payers_text(contract: ContractFacts, given: AgreementGiven) -> str:
    if given.payer_id is not None:
        return json.dumps([[given.payer_id, 1, 1]])
    return json.dumps([[who, s.numerator, s.denominator] for who, s in contract.payers])
