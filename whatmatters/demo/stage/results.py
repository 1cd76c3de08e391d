"""A service that keeps people out of hospital, paid by the result of its whole population."""

from decimal import Decimal
from fractions import Fraction

from whatmatters.demo.stage.signed import Signed
from whatmatters.results.services import ResultsGiven, open_results

BEFORE = {"events": 48, "people": 240}
# Who is counted is not to decide: those of 85 and over were in hospital again almost three times
# as often.
GROUPS = [
    {"name": "85 and over", "events": 30, "people": 90},
    {"name": "75 to 84", "events": 18, "people": 150},
]
TERMS: dict[str, object] = {
    "baseline": BEFORE,
    "direction": "reduce",
    "groups": GROUPS,
    "payments": [
        {"rate": Decimal("0.15"), "pays": Decimal(6000)},
        {"rate": Decimal("0.10"), "pays": Decimal(15000)},
    ],
}
NHS_PART = Fraction(3, 10)
WEEKS, EXPECTED = 8, 240


def agree_results(signed: Signed, provider_id: int) -> int:
    """Signed from the demonstration's first day, without an end; its contract's id."""
    council, health = signed.payers
    given = ResultsGiven(
        provider_id=provider_id,
        funders=((council, 1 - NHS_PART), (health, NHS_PART)),
        reference="CO-01",
        starts=signed.starts,
        ends=None,
        population="people of 75 and over who came home from hospital",
        event="in hospital again within 28 days",
        weeks=WEEKS,
        expected=EXPECTED,
        terms=TERMS,
        knowing=True,
    )
    return open_results(by=signed.by, at=signed.at, given=given)
