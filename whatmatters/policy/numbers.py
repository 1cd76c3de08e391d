"""Every number of policy with its source and how we know it, for the page about the data."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from whatmatters.policy.queries import read_policy

# Numbers that stand alone in their file: file, key of the number, prefix of its source and status.
ALONE = (
    ("measures", "too_few_to_tell_below", "too_few"),
    ("measures", "wilson_z", "wilson"),
    ("way_in", "baseline_days", "baseline"),
    ("way_in", "declines_weeks", "declines"),
    ("payment_period", "days", ""),
    ("payment_period", "overdue_escalates_after_days", "overdue"),
    ("payment_period", "urgent_start_agreed_within_days", "urgent"),
    ("reviews", "answers_within_days", "answers"),
    ("reviews", "expiring_within_days", "expiring"),
    ("reviews", "static_after_weeks", "static"),
    ("measures_register", "weeks", "weeks"),
    ("drafts", "kept_days", "kept"),
    ("drafts", "most_characters", "most"),
    ("sign_in", "recovery_hours", "recovery"),
    ("sign_in", "first_sign_in_hours", "first_sign_in"),
)
NATIONS = ("england", "wales")


@dataclass(frozen=True, slots=True)
class PolicyNumber:
    """One number. `status` is "seen", "memory" or "derived"; "" where it is a choice of ours."""

    key: str
    value: str
    starts: date | None
    status: str
    source: str


@lru_cache
def policy_numbers() -> tuple[PolicyNumber, ...]:
    """The numbers that stand alone, the eligibility rules and the bank holidays."""
    alone = tuple(_alone(*one) for one in ALONE)
    return (*alone, *(_eligibility(nation) for nation in NATIONS), _holidays())


@lru_cache
def pay_numbers() -> tuple[PolicyNumber, ...]:
    """Every dated rate of pay, mileage and published price, in pounds, the newest first."""
    rows = read_policy("national", "pay_rates")["rates"]
    found = [
        PolicyNumber(
            f"{row['scheme']}: {row['band']}",
            str(row["pounds"]),
            row["starts"],
            row["status"],
            row["source"],
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (one.starts or date.min, one.key), reverse=True))


@lru_cache
def charging_numbers() -> tuple[PolicyNumber, ...]:
    """Every dated rate of charging the person, in pounds or as a share, by nation, newest first."""
    found = [
        PolicyNumber(
            f"{nation}: {row['key']}",
            str(row.get("pounds", row.get("share"))),
            row["starts"],
            row["status"],
            row["source"],
        )
        for nation in NATIONS
        for row in read_policy("national", f"charging_{nation}")["rates"]
    ]
    return tuple(sorted(found, key=lambda one: (one.starts or date.min, one.key), reverse=True))


def _alone(file: str, key: str, prefix: str) -> PolicyNumber:
    raw = read_policy("national", file)
    join = f"{prefix}_" if prefix else ""
    return PolicyNumber(
        key,
        _text(raw[key]),
        None,
        str(raw.get(f"{join}status", "")),
        str(raw.get(f"{join}source", "")),
    )


def _eligibility(nation: str) -> PolicyNumber:
    raw = read_policy("national", f"eligibility_{nation}")
    told = str(raw["outcomes_needed"])
    return PolicyNumber(f"eligibility_{nation}", told, raw["starts"], raw["status"], raw["source"])


def _holidays() -> PolicyNumber:
    raw = read_policy("national", "bank_holidays")
    count = str(len(raw["holidays"]))
    return PolicyNumber("bank_holidays", count, raw["covers_from"], raw["status"], raw["source"])


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
