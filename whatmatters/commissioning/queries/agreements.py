"""Agreements as they stand: frozen terms, parties, and the day one stopped earning."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from django.db.models import Q, TextField, Value
from django.db.models.functions import Cast

from whatmatters.commissioning.models import Agreement, AgreementEnd, EndSooner
from whatmatters.commissioning.queries.ended import not_over, with_end
from whatmatters.commissioning.queries.paid_models import PAID_AHEAD
from whatmatters.rules.periods import Period
from whatmatters.rules.stored_terms import from_json

# SQLite takes at most 32,766 values in one statement; a chunk is well below.
CHUNK = 5000
COLUMNS = [
    "id",
    "council_id",
    "contract_terms__contract_id",
    "person_id",
    "model",
    "starts",
    "ends",
    "ended_on",
    "end_reason",
    "payee_id",
    "payers_text",
    "terms_text",
    "source",
    "source_id",
    "at",
    "ended_at",
    "contract_terms_id",
    "contract_terms__contract__provider_id",
]


TEXTS = ("payers_text", "terms_text")


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """One agreement. `ended_on` is the last day that earns, where it was ended.

    `payers_text` and `terms_text` are as stored (JSON); `payers` and `terms` read them.
    `contract_terms_id` is the version of its contract's terms that it was signed under.
    `provider_id`: with whom that contract is, also where somebody else is paid.
    """

    id: int
    council_id: int
    contract_id: int
    person_id: int | None
    model: str
    starts: date
    ends: date | None
    ended_on: date | None
    end_reason: str | None
    payee_id: int
    payers_text: str
    terms_text: str
    source: str
    source_id: int
    signed_at: datetime
    ended_at: datetime | None
    contract_terms_id: int
    provider_id: int

    @property
    def payers(self) -> tuple[tuple[int, Fraction], ...]:
        """Organisation id and exact share, in the order that ties go to."""
        return read_payers(self.payers_text)

    @property
    def terms(self) -> Mapping[str, object]:
        """The terms as plain values: numbers exact, dates as dates."""
        return from_json(self.terms_text)


def read_payers(text: str) -> tuple[tuple[int, Fraction], ...]:
    """Payers as stored: [[organisation id, numerator, denominator], ...]."""
    return tuple((who, Fraction(over, under)) for who, over, under in json.loads(text))


def agreement_facts(
    council_id: int,
    *,
    ids: Iterable[int] | None = None,
    period: Period | None = None,
    with_terms: bool = True,
) -> tuple[AgreementFacts, ...]:
    """Agreements of a council by id: those named, or those that may earn in a period, or all.

    One that was never ended may earn past its last day (the review is late). Without terms their
    text is "": they never change, so who only asks what changed need not read them.
    """
    if ids is None:
        return tuple(_facts(council_id, _earning_in(period), with_terms))
    wanted = sorted(set(ids))
    found = [
        facts
        for chunk in _chunks(wanted)
        for facts in _facts(council_id, Q(pk__in=chunk), with_terms)
    ]
    return tuple(found)


def agreements_of_sources(council_id: int, source: str, ids: Iterable[int]) -> dict[int, int]:
    """Agreement id by what it prices ("plan" version ids, "package" ids)."""
    rows = Agreement.objects.of(council_id).filter(source=source)
    found: dict[int, int] = {}
    for chunk in _chunks(sorted(set(ids))):
        found.update(rows.filter(source_id__in=chunk).values_list("source_id", "id"))
    return found


def agreements_of_people(council_id: int, person_ids: Iterable[int]) -> frozenset[int]:
    """Every agreement for these people, those that ended too."""
    rows = Agreement.objects.of(council_id)
    found: set[int] = set()
    for chunk in _chunks(sorted(set(person_ids))):
        found.update(rows.filter(person_id__in=chunk).values_list("id", flat=True))
    return frozenset(found)


def changed_since(council_id: int, since: datetime) -> frozenset[int]:
    """Agreements signed or ended at or after a moment."""
    signed = Agreement.objects.of(council_id).filter(at__gte=since).values_list("id", flat=True)
    ended = AgreementEnd.objects.of(council_id).filter(at__gte=since)
    sooner = EndSooner.objects.of(council_id).filter(at__gte=since)
    return (
        frozenset(signed)
        | frozenset(ended.values_list("agreement_id", flat=True))
        | frozenset(sooner.values_list("end__agreement_id", flat=True))
    )


def running_under(council_id: int, contract_ids: Iterable[int], since: date) -> frozenset[int]:
    """Agreements of these contracts that earn, or earned, on or after a day."""
    rows = with_end(Agreement.objects.of(council_id)).filter(not_over(since))
    wanted = rows.filter(contract_terms__contract_id__in=sorted(set(contract_ids)))
    return frozenset(wanted.values_list("id", flat=True))


def first_start(council_id: int) -> date | None:
    """The first day of the council's oldest agreement."""
    found: date | None = (
        Agreement.objects.of(council_id).order_by("starts").values_list("starts", flat=True).first()
    )
    return found


def _earning_in(period: Period | None) -> Q:
    if period is None:
        return Q()
    ahead = Q(model__in=PAID_AHEAD, starts__lt=period.next().end)
    return (Q(starts__lte=period.last_day) | ahead) & not_over(period.start)


def _facts(council_id: int, which: Q, with_terms: bool) -> Iterator[AgreementFacts]:
    rows = with_end(Agreement.objects.of(council_id)).filter(which).order_by("id")
    texts = {name: Cast(name.removesuffix("_text"), TextField()) for name in TEXTS}
    nothing = {name: Value("") for name in TEXTS}
    rows = rows.annotate(**(texts if with_terms else nothing))
    return (AgreementFacts(*row) for row in rows.values_list(*COLUMNS).iterator(CHUNK))


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[i : i + CHUNK] for i in range(0, len(ids), CHUNK))
