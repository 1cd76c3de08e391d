"""Policy data: each figure has its source; a figure that nobody saw is refused."""

import tomllib
from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest

from whatmatters.policy import queries
from whatmatters.rules.effective import NothingInForce

DEFAULTS = {
    "time_and_task": {
        "bank_holiday_multiplier": Decimal("1.0"),
        "bank_holidays": [],
        "tolerance_minutes": 5,
        "rounding_minutes": 15,
        "pay_late_cancellation": True,
    },
    "outcome_payments": {
        "ceiling": Decimal("0.80"),
        "floor": Decimal("0.50"),
        "base": "whole",
        "grace_working_days": 5,
        "collect": "set_off",
        "retention_share": 0,
        "unrecorded_delay": 1,
        "dissatisfaction_alone": False,
    },
}


@pytest.mark.parametrize("model", sorted(DEFAULTS))
def test_the_defaults_are_these(model):
    assert queries.defaults(model) == DEFAULTS[model]


@pytest.mark.parametrize("model", sorted(DEFAULTS))
def test_each_setting_says_whose_tradition_why_and_the_risk(model):
    for setting in queries.settings_of(model):
        assert all(text.strip() for text in (setting.tradition, setting.why, setting.risk))
        welsh = (setting.why_cy, setting.risk_cy)
        assert all(welsh)
        assert not set(welsh) & {setting.why, setting.risk}
        assert setting.tradition_cy
        assert "default" in setting.tradition or "R-" in setting.tradition


def test_what_the_agreement_says_stands_over_the_default():
    merged = queries.with_defaults("outcome_payments", {"ceiling": Decimal("0.5"), "x": 1})
    assert (merged["ceiling"], merged["floor"], merged["x"]) == (Decimal("0.5"), Decimal("0.50"), 1)


@pytest.mark.parametrize(
    ("day", "pounds"),
    [
        (date(2025, 3, 31), "11.44"),
        (date(2025, 4, 1), "12.21"),
        (date(2026, 4, 1), "12.71"),
        (date(2027, 3, 31), "12.71"),
    ],
)
def test_the_wage_floor_is_that_of_the_day(day, pounds):
    assert queries.wage_floor(day) == Decimal(pounds)


def test_a_rate_for_a_day_that_no_row_holds_is_refused():
    with pytest.raises(NothingInForce):
        queries.wage_floor(date(2027, 4, 1))
    with pytest.raises(NothingInForce):
        queries.pay_rate("HCA minimum price England", "per contact hour", date(2026, 4, 1))


def test_what_is_from_memory_is_marked_so():
    car = queries.pay_rate("AMAP", "bicycle", date(2026, 4, 6))
    assert car.status == "memory"
    wales = queries.eligibility("wales", date(2026, 4, 6))
    assert {outcome.status for outcome in wales.outcomes} == {"memory"}


def test_every_row_of_national_policy_has_a_status_and_a_source():
    folder = files("whatmatters.policy").joinpath("national")
    rates = tomllib.loads(folder.joinpath("pay_rates.toml").read_text("utf-8"))["rates"]
    assert all(row["status"] in {"seen", "memory"} and row["source"].strip() for row in rates)
    assert all(row["source"] != "same" for row in rates)


def test_eligibility_is_by_nation():
    england = queries.eligibility("england", date(2026, 4, 6))
    wales = queries.eligibility("wales", date(2026, 4, 6))
    assert (england.outcomes_needed, [o.ref for o in england.outcomes]) == (2, list("abcdefghij"))
    assert [o.ref for o in wales.outcomes] == ["i", "ii", "iii", "iv", "v", "vi", "vii"]
    with pytest.raises(NothingInForce):
        queries.eligibility("england", date(2015, 3, 31))


def test_the_table_of_bank_holidays():
    table = queries.bank_holidays()
    in_2026 = sorted(day for day in table.days if day.year == 2026)
    assert in_2026 == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 4),
        date(2026, 5, 25),
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 28),
    ]
    assert (table.covers_from, table.covers_until) == (date(2024, 1, 1), date(2028, 12, 31))
    assert all(day.weekday() < 5 for day in table.days)


def test_days_of_escalation():
    assert queries.overdue_escalation_days() == (0, 7, 14)
    assert queries.urgent_start_days() == 14
