"""Terms survive being stored, exact numbers and dates included."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from whatmatters.rules.stored_terms import from_json, to_json


def test_terms_come_back_as_they_were():
    terms = {
        "rate": Decimal("22.40"),
        "third": Fraction(1, 3),
        "bank_holidays": [date(2026, 5, 4)],
        "tolerance_minutes": 5,
        "pay_late_cancellation": True,
        "plan": [{"what": "Côr y cwm", "hours": Decimal("1.5"), "serves": ["a"]}],
        "one_key": {"date": 3},
    }
    assert from_json(to_json(terms)) == terms
