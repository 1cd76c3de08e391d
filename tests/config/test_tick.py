"""The tick puts what is due in the queue once; a worker does it in its own process."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from django_tasks_db.models import DBTaskResult

from tests.fixtures.case import STARTS, a_case, a_contract, a_draft, a_person, moment, propose
from tests.fixtures.case import an_agreed_plan as agreed
from tests.fixtures.command import whatmatters
from tests.fixtures.databases import Database
from whatmatters.access.services import mark_installation
from whatmatters.config.ticking import KEPT, tick
from whatmatters.letters.models import Letter
from whatmatters.outcomes.models import Judgement
from whatmatters.rules.roles import InstallationKind

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ENDS = moment(STARTS).replace(month=6, day=28).date()


def a_day_with_something_due() -> None:
    """The last day of Mair's plan, and a plan that waits for Gwen."""
    case = a_case()
    contract_id = a_contract(case)
    agreed(case, a_person(case), contract_id)
    gwen = a_person(case, "Gwen Price")
    propose(case, a_draft(case, gwen.id, contract_id).version_id)
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=ENDS)


def test_a_second_tick_puts_nothing_more_in_the_queue(db: None) -> None:
    a_day_with_something_due()
    assert [tick(NOW), tick(NOW)] == [2, 0]
    paths = DBTaskResult.objects.order_by("enqueued_at").values_list("task_path", flat=True)
    assert list(paths) == [
        "whatmatters.outcomes.tasks.judgements_of",
        "whatmatters.letters.tasks.letters_of",
    ]


def test_the_worker_does_what_is_queued_and_then_nothing_is_due(own_database: Database) -> None:
    a_day_with_something_due()
    assert whatmatters("tick", env=own_database.env).stdout == "2 tasks put in the queue.\n"
    worker = [sys.executable, "-P", "-m", "django", "db_worker", "--batch", "--no-reload"]
    subprocess.run(worker, env=own_database.env, check=True, capture_output=True)
    assert list(Letter.objects.order_by("id").values_list("reason", "why")) == [
        ("plan_to_answer", "never_asked"),
        ("review_coming", "never_asked"),
    ]
    assert Judgement.objects.count() == 1
    statuses = set(DBTaskResult.objects.values_list("status", flat=True))
    assert statuses == {"SUCCESSFUL"}
    assert tick(NOW) == 0


@pytest.mark.parametrize(("age", "left"), [(KEPT * 0.9, 1), (KEPT * 1.1, 0)])
def test_what_is_long_done_is_removed(db: None, age, left: int) -> None:
    at = NOW - age
    DBTaskResult.objects.create(
        status="SUCCESSFUL",
        task_path="whatmatters.letters.tasks.letters_of",
        args_kwargs={"args": [1], "kwargs": {}},
        backend_name="default",
        run_after=at,
        finished_at=at,
        exception_class_path="",
        traceback="",
    )
    tick(NOW)
    assert DBTaskResult.objects.count() == left
