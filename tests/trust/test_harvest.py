"""Reading record after record is stopped and told (threat 15)."""

import pytest
from django.urls import reverse

from tests.fixtures.case import a_person, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.trust.test_sharing import client_of
from whatmatters.access.models import AuditEvent
from whatmatters.access.queries import Actor, verify_audit
from whatmatters.access.services import audit_many
from whatmatters.access.services.audit import Audited

AT = moment(ENDS, 1)


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def has_opened(by: Actor, number: int) -> None:
    events = [Audited("looked", "person", None, 10_000 + n, "assigned") for n in range(number)]
    audit_many(by=by, at=AT, events=events)


def test_a_harvest_is_stopped_under_two_hundred_records_and_audited(shown: Shown) -> None:
    """Control arm: one record before the limit, the same request is answered."""
    by = shown.case.social_worker
    has_opened(by, 149)
    client = client_of(by)
    assert client.get(reverse("record", args=[shown.ifan.id])).status_code == 200
    other = a_person(shown.case, "Nest Wyn")
    assert client.get(reverse("record", args=[other.id])).status_code == 403
    assert client.get(reverse("record", args=[shown.ifan.id])).status_code == 200
    assert AuditEvent.objects.filter(action="harvest.stopped", by_id=by.user_id).count() == 1
    assert verify_audit(by.council_id).problem == ""


def test_her_own_record_is_hers_however_often(shown: Shown) -> None:
    has_opened(shown.ifan.actor, 200)
    page = client_of(shown.ifan.actor).get(reverse("record", args=[shown.ifan.id]))
    assert page.status_code == 200
