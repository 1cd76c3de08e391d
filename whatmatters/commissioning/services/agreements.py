"""Sign an agreement under a contract's terms of the day."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.commissioning.models import Agreement
from whatmatters.commissioning.queries.agreements import CHUNK
from whatmatters.commissioning.queries.contracts import contract_facts
from whatmatters.commissioning.queries.refusals import AgreementAlreadySigned
from whatmatters.commissioning.services.agreement_given import AgreementGiven
from whatmatters.commissioning.services.agreement_rows import agreement_row
from whatmatters.commissioning.services.held_contracts import check_runs, held_contracts
from whatmatters.commissioning.services.term_versions import Versions
from whatmatters.commissioning.services.whole_terms import RateTable


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
    payee_id: int | None = None,
    payer_id: int | None = None,
) -> int:
    """Sign one; returns its id. See `sign_many`."""
    parties = (payee_id, payer_id)
    given = AgreementGiven(contract_id, person_id, source, source_id, starts, ends, terms, *parties)
    return sign_many(by=by, at=at, agreements=[given])[0]


@transaction.atomic
def sign_many(*, by: Actor, at: datetime, agreements: Sequence[AgreementGiven]) -> list[int]:
    """Sign many, all or none; returns their ids in order.

    The contract's terms of the first day lie under what is given, the model's defaults under
    both. It holds on the first day and on the last, where there is one. Raises AgreementRefused
    with every problem of the model's check, ContractNotFound, ContractNotInForce, RateMissing where
    a used band has no rate that day, AgreementAlreadySigned.
    """
    wanted = {given.contract_id for given in agreements}
    held = held_contracts(by, wanted)
    for given in agreements:
        check_runs(held[given.contract_id], given.starts, given.ends)
    contracts = {facts.id: facts for facts in contract_facts(by.council_id, wanted)}
    versions = Versions(by.council_id)
    rates = RateTable(wanted & set(contracts))
    rows = [agreement_row(by, at, given, contracts, versions, rates) for given in agreements]
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
