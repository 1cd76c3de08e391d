"""Versions of a contract's terms."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.models import Contract, ContractTerms
from whatmatters.commissioning.queries.refusals import AlreadyFromThatDay, TermsRefused
from whatmatters.commissioning.services.contract_checks import check_commissioner, contract_row
from whatmatters.commissioning.services.once import once
from whatmatters.policy.queries import with_defaults
from whatmatters.rules.commissioning import Problems
from whatmatters.rules.commissioning_models import MODELS, outcome_payments
from whatmatters.rules.stored_terms import to_json

# An agreement says what a contract leaves open: its plan, and the rate of a package.
SAID_LATER = frozenset({"missing_key"})


@transaction.atomic
def new_terms(
    *,
    by: Actor,
    at: datetime,
    contract_id: int,
    starts: date,
    terms: Mapping[str, object],
    again: bool = False,
) -> int:
    """The next version of a contract's terms, from a day on, past or to come.

    Agreements signed for days from then stand on it. One that runs comes under it from that day in
    every term that is not its own and was not agreed once (a plan and its rates were); what was
    paid for days since then is put right by the next run. With `again` the
    terms of a day may be written anew: the newest hold, and what was written stays. Raises
    TermsRefused, AlreadyFromThatDay.
    """
    check_commissioner(by)
    row = contract_row(by, contract_id)
    check_version(row.model, terms)
    last = row.versions.order_by("-version").values_list("version", flat=True).first() or 0
    if not again and row.versions.filter(starts=starts).exists():
        raise AlreadyFromThatDay(contract=contract_id, starts=starts)
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    with once(contract=contract_id, starts=starts):
        write_terms(row, last + 1, starts, terms, written)
    audit(by=by, at=at, action="new_terms", subject="contract", subject_id=contract_id)
    return int(last) + 1


def write_terms(
    contract: Contract,
    version: int,
    starts: date,
    terms: Mapping[str, object],
    written: Mapping[str, Any],
) -> None:
    """One version of a contract's terms; `written` says by whom and when."""
    ContractTerms.objects.create(
        contract=contract, version=version, starts=starts, terms=stored(terms), **written
    )


def check_version(model: str, terms: Mapping[str, object]) -> None:
    """Refuse terms that no agreement could be assessed under; what agreements add may be absent."""
    try:
        MODELS[model].read_terms(with_defaults(model, {**_left_open(model), **terms}))
    except Problems as found:
        wrong = tuple(p for p in found.problems if p.code not in SAID_LATER)
        if wrong:
            raise TermsRefused(wrong) from None


def _left_open(model: str) -> Mapping[str, object]:
    return {"plan": []} if model == outcome_payments.name else {}


def stored(terms: Mapping[str, object]) -> object:
    """Terms as a JSON column takes them, exact numbers and dates kept."""
    return json.loads(to_json(terms))
