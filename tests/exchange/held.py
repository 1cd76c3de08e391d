"""A row in every table that is held about a person, with a canary in every column of words.

Rows are made straight in the tables: what is asked is what is held, and not how it came there.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q

from tests.fixtures.case import Somebody, a_contract
from tests.fixtures.case_pages import Shown
from whatmatters.access.models import AuditEvent
from whatmatters.commissioning.models import Contract, ContractTerms
from whatmatters.exchange.queries.taken_tables import HELD
from whatmatters.payments.models import PaymentRun, RunRelease
from whatmatters.people.models import Person
from whatmatters.records.holdings import NEVER, Holding, leading_to

NUMBERS = {"source_id", "subject_id", "addressee_id", "finder_id", "seq", "number"}
ON, AT = date(2026, 3, 2), datetime(2026, 3, 2, 9, tzinfo=UTC)
# What the database's own checks ask for, where the plain value of a column would not do.
AS_ASKED: dict[str, dict[str, Any]] = {
    "consent": {"organisation": None, "decider": None, "how": "own_words"},
    "chargeline": {"correction": 0},
    "recordline": {"owed_for": None},
    "contest": {"judgement": None},
    "reading": {"kind": "baseline", "baseline": None},
    "contestdecision": {"outcome": "upheld"},
    "letter": {"addressee": "person"},
    "quiettime": {"ends": 2},
    "shift": {"ends": 2, "struck_at": None, "struck_by": None},
    "controlanswer": {"starts": ON, "ends": ON, "on": ON},
    "transitionversion": {"staying": True},
    "outcomeanswer": {"achieved": "achieved", "tenths": None},
    "finding": {"tenths": 5, "cause": "provider"},
    "referralstep": {"step": "declined", "decline_reason": "other"},
    "planline": {"hours": None, "deliverer": "provider", "cost": 5, "band": None},
    "agreement": {"model": "time_and_task", "source": "plan"},
    "outcomemove": {"to": "active"},
    "statement": {"corrects": None},
    "outcome": {"replaces": None, "target_weeks": 4},
    "plan": {"follows": None},
}


class Life:
    """Rows of one person; a table that another points to is made once and used again."""

    def __init__(self, shown: Shown, somebody: Somebody, mark: str) -> None:
        self.council_id, self.mark = shown.case.council_id, mark
        self.user_id = somebody.actor.user_id
        self.provider_id = shown.case.provider_id
        self.rows: dict[type[models.Model], models.Model] = {
            Person: Person.objects.get(pk=somebody.id)
        }
        contract = a_contract(shown.case, f"HTLAH-{mark}", leads=False)
        self.rows[Contract] = Contract.objects.get(pk=contract)
        self.rows[ContractTerms] = ContractTerms.objects.get(contract_id=contract)
        self.canaries: dict[tuple[str, str], str] = {}

    def of(self, model: type[models.Model]) -> models.Model:
        """The row of a table, made where there is none."""
        if model is PaymentRun and model not in self.rows:
            run = PaymentRun.objects.of(self.council_id).first()
            if run is not None:
                self.rows[PaymentRun] = run
        if model not in self.rows:
            self.rows[model] = model._default_manager.create(**self._values(model))
            if model is PaymentRun:
                self.of(RunRelease)
        return self.rows[model]

    def _values(self, model: type[models.Model]) -> dict[str, Any]:
        asked = AS_ASKED.get(str(model._meta.model_name), {})
        fields = [f for f in model._meta.concrete_fields if not f.primary_key]
        values = {f.name: asked[f.name] if f.name in asked else self._value(f) for f in fields}
        return {name: value for name, value in values.items() if value is not None}

    def _value(self, field: Any) -> Any:
        name = field.name
        if field.is_relation:
            return self._pointed(field)
        if name == "person_id":
            return self.rows[Person].pk
        if name in NUMBERS:
            small = isinstance(field, models.PositiveSmallIntegerField)
            return (700 if small else 700_000) + self.rows[Person].pk
        if field.choices:
            return field.choices[0][0]
        plain = {
            models.DateField: ON,
            models.DateTimeField: AT,
            models.BooleanField: True,
            models.DecimalField: Decimal(1),
            models.JSONField: {},
        }
        for kind, value in plain.items():
            if type(field) is kind:
                return value
        if isinstance(field, models.UUIDField):
            return None if field.has_default() else field.to_python(f"{len(self.canaries):032x}")
        return self._words(field) if isinstance(field, WORDS) else 1

    def _words(self, field: Any) -> str:
        canary = f"{self.mark}{len(self.canaries):03}"
        if field.max_length and field.max_length < len(canary):
            return "x"
        self.canaries[str(field.model._meta.model_name), field.name] = canary
        return canary

    def _pointed(self, field: Any) -> Any:
        if field.related_model is field.model:
            return None  # one that puts another right: the first of its table puts none
        kind = field.related_model._meta.model_name
        if kind == "council":
            return field.related_model.objects.get(pk=self.council_id)
        if kind == "user":
            return field.related_model.objects.get(pk=self.user_id)
        if kind == "organisation":
            return field.related_model.objects.get(pk=self.provider_id)
        if kind in ("area", "patch"):
            return field.related_model.objects.filter(council_id=self.council_id).first()
        return self.of(field.related_model)


WORDS = (models.TextField, models.CharField)


def live(shown: Shown, somebody: Somebody, mark: str) -> Life:
    """A row in each table that leads to a person; the audit trail has its own already."""
    life = Life(shown, somebody, mark)
    for one in HELD:
        if one.person and not one.why_not and one.model not in (Person, AuditEvent):
            life.of(one.model)
    return life


def taken_columns() -> set[tuple[str, str]]:
    """Every column of words that is to be in her file."""
    return {
        (one.key, field.name)
        for one in HELD
        if one.person and not one.why_not
        for field in one.model._meta.concrete_fields
        if field.name not in NEVER | one.without
    }


def held_rows(person_id: int, council_id: int) -> dict[str, int]:
    """How many rows each table holds of her, for tables that are taken out and hold any."""
    found = {one.key: _count(one, person_id, council_id) for one in HELD if _counts(one)}
    return {key: count for key, count in found.items() if count}


def _counts(one: Holding) -> bool:
    return bool(one.person) and not one.why_not


def _count(one: Holding, person_id: int, council_id: int) -> int:
    which: Q = leading_to(one.person, person_id, council_id)
    return one.model._default_manager.filter(which & one.only).distinct().count()
