"""Walls: a model reads what its types hold; `outcome_payments` has no place for a minute."""

import ast
import dataclasses
import typing
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from whatmatters.rules import commissioning_models
from whatmatters.rules.commissioning import EvidenceKind
from whatmatters.rules.commissioning_models import MODELS, outcome_payments
from whatmatters.rules.outcomes import Satisfaction
from whatmatters.rules.periods import Period

FOLDER = Path(commissioning_models.__file__).parent
ALL_TEN = {
    "time_and_task",
    "outcome_payments",
    "bundled_hours",
    "patch_block",
    "shift_split",
    "individual_service_fund",
    "direct_payment",
    "short_term",
    "introductory_agency",
    "community_outcome",
}
FORBIDDEN_WORDS = ("minute", "visit", "deliver", "checkin", "check_in", "shift", "duration")


def leaves(kind, seen=()):
    """Every type inside a type, dataclass fields and all."""
    if kind in seen:
        return
    if dataclasses.is_dataclass(kind):
        yield kind
        for hint in typing.get_type_hints(kind).values():
            yield from leaves(hint, (*seen, kind))
        return
    inner = [part for part in typing.get_args(kind) if part is not Ellipsis]
    if not inner:
        yield kind
    for part in inner:
        yield from leaves(part, seen)


def test_the_evidence_of_outcome_payments_has_no_type_that_could_hold_minutes():
    found = set(leaves(outcome_payments.Evidence))
    assert found == {
        outcome_payments.Evidence,
        outcome_payments.Judgement,
        outcome_payments.JudgedOutcome,
        outcome_payments.Cause,
        Satisfaction,
        Period,
        date,
        Fraction,
        str,
        bool,
        type(None),
    }


def test_its_fields_are_these_and_no_others():
    fields = {
        field.name
        for kind in (
            outcome_payments.Evidence,
            outcome_payments.Judgement,
            outcome_payments.JudgedOutcome,
        )
        for field in dataclasses.fields(kind)
    }
    assert fields == {
        *("period", "judgement", "earned_until", "overdue_until", "judged_on", "outcomes"),
        *("id", "payable", "achieved", "weight", "cause", "off_track_on", "exception_on"),
        *("retired", "satisfaction"),
    }


def test_it_declares_that_it_reads_days_and_judgements():
    assert outcome_payments.reads == {EvidenceKind.PERIOD, EvidenceKind.JUDGEMENT}


@pytest.mark.parametrize(
    "path", sorted((FOLDER / "outcome_payments").glob("*.py")), ids=lambda p: p.name
)
def test_its_code_names_no_minute_and_imports_none(path):
    tree = ast.parse(path.read_text("utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names |= {node.module or "", *(alias.name for alias in node.names)}
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    told = {name for name in names if any(word in name.lower() for word in FORBIDDEN_WORDS)}
    assert told == set()


def test_no_model_imports_another():
    for path in FOLDER.rglob("*.py"):
        own = path.relative_to(FOLDER).parts[0].removesuffix(".py")
        if own == "__init__":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            module = getattr(node, "module", None) or ""
            if "commissioning_models" in module:
                assert module.split("commissioning_models.")[1].split(".")[0] == own


def test_all_ten_models_are_declared_and_each_says_what_it_reads():
    assert set(MODELS) == ALL_TEN
    assert all(MODELS[name].name == name and MODELS[name].reads for name in MODELS)


def test_a_learning_measure_is_a_kind_that_no_model_could_name():
    assert not [kind for kind in EvidenceKind if "learning" in kind.value]


WITHOUT_MINUTES = {"outcome_payments", "patch_block", "short_term", "community_outcome"}


@pytest.mark.parametrize("name", sorted(WITHOUT_MINUTES))
def test_what_a_model_that_counts_no_time_reads_has_no_place_for_any(name):
    kinds = [kind for kind in leaves(MODELS[name].Evidence) if dataclasses.is_dataclass(kind)]
    fields = [field.name for kind in kinds for field in dataclasses.fields(kind)]
    assert fields
    assert not [f for f in fields if any(word in f for word in (*FORBIDDEN_WORDS, "hour"))]


def test_a_fund_is_one_persons_no_type_could_name_another():
    """R-IS: no pooling. Neither evidence nor terms has a place for a second fund or person."""
    fund = MODELS["individual_service_fund"]
    fields = {f.name for kind in (fund.Evidence, fund.Terms) for f in dataclasses.fields(kind)}
    assert fields == {
        *("instalment", "opening_pence", "spends", "year_end_balance_pence"),
        "ended_balance_pence",
        *("annual_budget", "management_fee", "carry_over_weeks", "overdraft_pence"),
    }
