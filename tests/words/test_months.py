"""Months in Welsh are written as Welsh is: Django's own catalogue has July with one n too few."""

from datetime import date

import pytest
from django.utils.translation import override

from whatmatters.frontend.templatetags.wm import day

pytestmark = pytest.mark.once

MONTHS = [
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
]


def test_every_month_in_welsh() -> None:
    with override("cy"):
        told = [day(date(2026, month, 1)) for month in range(1, 13)]
    assert told == [f"1 {month} 2026" for month in MONTHS]
