"""Versions of a contract's terms."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.models import Contract, ContractTerms
from whatmatters.commissioning.services.contract_checks import check_commissioner, contract_row
from whatmatters.commissioning.services.once import once
from whatmatters.rules.stored_terms import to_json


@transaction.atomic
def new_terms(
    *, by: Actor, at: datetime, contract_id: int, starts: date, terms: Mapping[str, object]
) -> int:
    """The next version of a contract's terms, for agreements signed for days from `starts`."""
    check_commissioner(by)
    row = contract_row(by, contract_id)
    last = row.versions.order_by("-version").values_list("version", flat=True).first() or 0
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


def stored(terms: Mapping[str, object]) -> object:
    """Terms as a JSON column takes them, exact numbers and dates kept."""
    return json.loads(to_json(terms))
