"""A contract that pays results, from nothing: who is counted, of what, and what each step pays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.services import FunderGiven, open_contract, sign_agreement
from whatmatters.results.models import ResultAgreed
from whatmatters.results.queries.refusals import FigureImpossible, FundersTwice, NoWholePeriod
from whatmatters.results.queries.schemes import MODEL, SOURCE, measured, schemes
from whatmatters.results.services.held import must_be_allowed
from whatmatters.results.services.sample import check_sample
from whatmatters.rules.permissions import Action
from whatmatters.rules.words import words

LONGEST = 200
MOST_WEEKS = 104
MOST_PEOPLE = 1_000_000


@dataclass(frozen=True, slots=True)
class ResultsGiven:
    """What is agreed. `funders`: who pays which share, in the order that an odd penny goes to.
    `knowing`: whoever signs knows of steps that may be reached and not be told from chance."""

    provider_id: int
    funders: tuple[tuple[int, Fraction], ...]
    reference: str
    starts: date
    ends: date | None
    population: str
    event: str
    weeks: int
    expected: int
    terms: Mapping[str, object]
    knowing: bool = False


@transaction.atomic
def open_results(*, by: Actor, at: datetime, given: ResultsGiven) -> int:
    """Open the contract and sign for its results, or nothing; its id.

    Raises ResultsNotAllowed, FundersTwice, FigureImpossible, NoWholePeriod, Problems, what
    `check_sample` raises, or what words, opening and signing refuse.
    """
    must_be_allowed(by, Action.CHANGE_CONTRACTS)
    told = _counted(given)
    contract_id = open_contract(
        by=by,
        at=at,
        provider_id=given.provider_id,
        model=MODEL,
        reference=given.reference,
        patch_id=None,
        starts=given.starts,
        ends=given.ends,
        terms=given.terms,
        rates=[],
        funders=[FunderGiven(who, part.numerator, part.denominator) for who, part in given.funders],
    )
    sign_agreement(
        by=by,
        at=at,
        contract_id=contract_id,
        person_id=None,
        source=SOURCE,
        source_id=contract_id,
        starts=given.starts,
        ends=given.ends,
        terms={},
    )
    ResultAgreed.objects.create(
        council_id=by.council_id, by_id=by.user_id, at=at, contract_id=contract_id, **told
    )
    (made,) = schemes(by.council_id, ids=[contract_id])
    check_sample(made.terms.terms, given.expected, knowing=given.knowing)
    audit(by=by, at=at, action="results.signed", subject="contract", subject_id=contract_id)
    return contract_id


def _counted(given: ResultsGiven) -> Mapping[str, str | int]:
    """Who is counted, of what, and over which weeks, as it is kept."""
    who = [pk for pk, _part in given.funders]
    if len(set(who)) != len(who):
        raise FundersTwice(field="other")
    for field, most in (("weeks", MOST_WEEKS), ("expected", MOST_PEOPLE)):
        if not 1 <= getattr(given, field) <= most:
            raise FigureImpossible(field=field)
    last = measured(given.starts, given.weeks, 1).last_day
    if given.ends is not None and given.ends < last:
        raise NoWholePeriod(last=last)
    return {
        "population": words("population", given.population, longest=LONGEST),
        "event": words("event", given.event, longest=LONGEST),
        "weeks": given.weeks,
        "expected": given.expected,
    }
