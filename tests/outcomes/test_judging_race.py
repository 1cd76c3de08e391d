"""Two clicks at once, as processes: an answer or a finding happens exactly once."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from django.db import connections

from tests.fixtures.case import moment
from tests.fixtures.reviewed import AFTER, Agreed, all_answered, an_agreed, find, opened, said
from whatmatters.access.models import AuditEvent
from whatmatters.outcomes.models import Finding, OutcomeAnswer
from whatmatters.outcomes.services import FindingGiven, answer_judgement
from whatmatters.rules.outcomes import Party
from whatmatters.rules.refusals import Refusal

RACERS = 4


def race(act: Callable[[], object], folder: Path) -> list[str]:
    """What forked children say that do the same thing at the same moment."""
    for connection in connections.all():
        connection.close()
    start = time.monotonic() + 0.3
    children = [os.fork() or _run(act, start, folder / str(n)) for n in range(RACERS)]
    for child in children:
        os.waitpid(child, 0)
    return sorted((folder / str(n)).read_text() for n in range(RACERS))


def _run(act: Callable[[], object], start: float, told: Path) -> int:
    """In the child: wait for the moment, act, say how it went, and end without any clean-up."""
    try:
        while time.monotonic() < start:
            pass
        act()
        told.write_text("done")
    except Refusal as refused:
        told.write_text(refused.code)
    except BaseException as error:
        told.write_text(repr(error))
    finally:
        os._exit(0)


def answer_once(found: Agreed, judgement_id: int) -> None:
    """The person's answer to the first outcome."""
    answer_judgement(
        by=found.person.actor,
        at=moment(AFTER),
        judgement_id=judgement_id,
        party=Party.PERSON,
        answers=[said(found.outcomes[0], 10)],
        on=AFTER,
    )


def test_an_answer_given_at_once_is_given_once(own_database: object, tmp_path: Path) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    before = AuditEvent.objects.count()
    told = race(lambda: answer_once(found, judgement_id), tmp_path)
    assert told == [*["already_answered"] * (RACERS - 1), "done"]
    assert OutcomeAnswer.objects.count() == 1
    assert AuditEvent.objects.count() == before + 1


def test_a_finding_made_at_once_is_made_once(own_database: object, tmp_path: Path) -> None:
    found = an_agreed()
    judgement_id = all_answered(found)
    before = AuditEvent.objects.count()
    given = FindingGiven(found.outcomes[0])
    told = race(lambda: find(found, judgement_id, given), tmp_path)
    assert told == [*["already_found"] * (RACERS - 1), "done"]
    assert Finding.objects.count() == 1
    assert AuditEvent.objects.count() == before + 1
