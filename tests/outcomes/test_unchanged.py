"""A plan that nobody has changed for 26 weeks asks why, until somebody says it (R-TT-04)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.browser import Reader
from tests.fixtures.case import STARTS, an_actor, moment
from tests.fixtures.reviewed import Agreed, an_agreed
from tests.outcomes.test_due import followed
from whatmatters.access.models import AuditEvent
from whatmatters.access.services import mark_installation
from whatmatters.outcomes.models import UnchangedAnswer
from whatmatters.outcomes.queries import static_plans
from whatmatters.outcomes.queries.unchanged import unchanged_answers
from whatmatters.outcomes.services.unchanged import PlanNotAskedAbout, say_why_unchanged
from whatmatters.outcomes.services.voices import VoiceRefused
from whatmatters.rules.roles import InstallationKind, Role
from whatmatters.rules.word_refusals import WordsMissing

HALF_A_YEAR = STARTS + timedelta(weeks=26)


def asked(found: Agreed, weeks: int) -> set[int]:
    """The versions that are asked about so many weeks after the first plan's first day."""
    on = STARTS + timedelta(weeks=weeks)
    return {plan.version_id for plan in static_plans(found.case.council_id, on=on)}


def test_why_is_kept_and_the_question_comes_again_after_as_many_weeks(db: None) -> None:
    found = an_agreed()
    case, second = found.case, followed(found)
    assert asked(found, 25) == set()
    assert asked(found, 26) == {found.version_id, second}
    made = say_why_unchanged(
        by=case.social_worker,
        at=moment(HALF_A_YEAR),
        version_id=second,
        words="  Mae hi’n hapus fel hyn ",
    )
    (said,) = unchanged_answers(case.council_id, [second])
    assert (said.on, said.words, said.by_name) == (
        HALF_A_YEAR,
        "Mae hi’n hapus fel hyn",
        "Nia Parry",
    )
    assert asked(found, 26) == asked(found, 51) == set()
    assert asked(found, 52) == {found.version_id, second}
    event = AuditEvent.objects.get(action="plan.said_unchanged")
    assert (event.subject_id, event.person_id) == (second, found.person.id)
    assert UnchangedAnswer.objects.get().pk == made


def test_a_refused_answer_leaves_no_trace(db: None) -> None:
    found = an_agreed()
    case, second = found.case, followed(found)
    before = AuditEvent.objects.count()
    worker = an_actor(case.system, Role.CARE_WORKER, case.provider_id)
    rival = an_actor(case.system, Role.PROVIDER_MANAGER, case.council_organisation_id)
    before = AuditEvent.objects.count()
    told = {"at": moment(HALF_A_YEAR), "version_id": second, "words": "Fine"}
    for nobody in (found.person.actor, worker, rival, case.commissioner):
        with pytest.raises(VoiceRefused):
            say_why_unchanged(by=nobody, **told)
    with pytest.raises(WordsMissing):
        say_why_unchanged(by=case.manager, **told | {"words": " "})
    with pytest.raises(PlanNotAskedAbout):
        say_why_unchanged(by=case.manager, **told | {"at": moment(STARTS + timedelta(weeks=25))})
    assert AuditEvent.objects.count() == before
    assert not UnchangedAnswer.objects.exists()


def test_it_is_asked_on_the_list_the_first_page_the_record_and_the_plan(db: None) -> None:
    found = an_agreed()
    case, second = found.case, followed(found)
    mark_installation(kind=InstallationKind.DEMO, at=moment(HALF_A_YEAR), as_of=HALF_A_YEAR)
    nia, beth, herself = (
        Reader(who) for who in (case.social_worker, case.manager, found.person.actor)
    )
    address = reverse("plan_unchanged", args=[second])
    plan, record = reverse("plan_version", args=[second]), reverse("record", args=[found.person.id])
    for page in (plan, record):
        for reader in (nia, beth):
            assert f'href="{address}"' in reader.text(page)
        assert f'href="{address}"' not in herself.text(page)
    assert "since 6 April 2026" in nia.text(address)
    assert "needs an answer" in nia.send(address, words="").content.decode()
    data = {"form_token": str(uuid4()), "words": "<b>She</b> wants it so"}
    for _ in range(2):  # A double click.
        assert nia.client.post(address, data).status_code == 302
    assert UnchangedAnswer.objects.count() == 1
    page = nia.text(plan)
    assert "“&lt;b&gt;She&lt;/b&gt; wants it so”" in page
    assert "Nia Parry said on 5 October 2026 why it is still right." in page
    assert f'href="{address}"' not in page
    assert f'href="{address}"' not in nia.text(record)
    assert "Nothing is asked about this plan now." in nia.text(address)
