"""Emergency openings, when there are many: paged, narrowed, each of them to be reviewed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.fixtures.case import an_actor
from tests.fixtures.case_pages import Shown, a_case_to_look_at
from tests.frontend.strict_html import faults
from tests.trust.test_emergency import AT, WHY, review
from tests.trust.test_sharing import client_of
from whatmatters.access.queries import Actor
from whatmatters.rules.roles import Role
from whatmatters.trust.models import Opening, OpeningReason


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def opened(shown: Shown, many: int) -> list[int]:
    """So many openings of one record, the oldest first, each two days after the other."""
    ids = []
    for number in range(many):
        at = AT - timedelta(days=2 * (many - number))
        by_id = shown.case.social_worker.user_id
        written = {"council_id": shown.case.council_id, "by_id": by_id, "at": at}
        until = AT + timedelta(hours=1)
        row = Opening.objects.create(person_id=shown.ifan.id, until=until, **written)
        OpeningReason.objects.create(opening=row, reason=WHY, **written)
        ids.append(row.pk)
    return ids


def read(actor: Actor, query: str = "") -> str:
    answer = client_of(actor).get(reverse("opening_list") + query)
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return answer.content.decode()


def test_more_than_two_hundred_openings_can_all_be_found_and_reviewed(shown: Shown) -> None:
    case = shown.case
    administrator = an_actor(case.system, Role.ADMINISTRATOR, case.council_organisation_id, "Ann")
    ids = opened(shown, 203)
    assert read(administrator).count(WHY) == 25
    last = read(administrator, "?page=9")
    assert (last.count(WHY), reverse("opening_review", args=[ids[0]]) in last) == (3, True)
    assert client_of(administrator).get(reverse("opening_review", args=[ids[0]])).status_code == 200
    review(administrator, ids[0])
    assert read(administrator, "?stand=reviewed").count(WHY) == 1
    # More than seven days ago: all but three, and the one that was reviewed.
    assert read(administrator, "?stand=late&page=8").count(WHY) == 199 - 7 * 25
    assert 'href="#id_stand"' in read(administrator, "?stand=never")
    assert read(case.commissioner, "?stand=reviewed").count(WHY) == 25
    assert read(case.commissioner, "?page=8").count(WHY) == 199 - 7 * 25
