"""An agreement to be signed, as given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AgreementGiven:
    """What is to be signed. `source` and `source_id` name what it prices, by kind and id.

    `payee_id`: who is paid, where that is not the contract's provider; `payer_id`: who pays all of
    it, where those are not the contract's funders.
    """

    contract_id: int
    person_id: int | None
    source: str
    source_id: int
    starts: date
    ends: date | None
    terms: Mapping[str, object]
    payee_id: int | None = None
    payer_id: int | None = None
