"""Where an agreement's rates come from: the contract, and who wrote each rate on its first day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whatmatters.commissioning.models import Agreement, Rate


@dataclass(frozen=True, slots=True)
class AgreementOrigin:
    """An agreement's contract by its reference, its first day, and the sources of its rates."""

    reference: str
    starts: date
    rate_sources: tuple[str, ...]


def agreement_origins(council_id: int, agreement_ids: Iterable[int]) -> dict[int, AgreementOrigin]:
    """Where the rates of these agreements come from, in two queries (R-XR-06)."""
    rows = Agreement.objects.of(council_id).filter(pk__in=set(agreement_ids))
    told = list(
        rows.values_list(
            "pk", "starts", "contract_terms__contract_id", "contract_terms__contract__reference"
        )
    )
    rates: dict[int, list[Rate]] = {}
    contracts = {contract_id for _, _, contract_id, _ in told}
    for rate in Rate.objects.filter(contract_id__in=contracts).order_by("starts", "id"):
        rates.setdefault(rate.contract_id, []).append(rate)
    return {
        pk: AgreementOrigin(reference, starts, _sources(rates.get(contract_id, []), starts))
        for pk, starts, contract_id, reference in told
    }


def _sources(rates: list[Rate], on: date) -> tuple[str, ...]:
    """The source of each band's rate that held on a day, each said once."""
    held = {
        rate.band: rate.source
        for rate in rates
        if rate.starts <= on and (rate.ends is None or on <= rate.ends)
    }
    return tuple(dict.fromkeys(source for source in held.values() if source))
