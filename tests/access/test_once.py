"""A form is taken once, however often its page is sent."""

from uuid import uuid4

import pytest

from tests.fixtures.case import STARTS, a_case, moment
from whatmatters.access.models import TakenForm
from whatmatters.access.services import take_once
from whatmatters.rules.refusals import Absent

pytestmark = pytest.mark.django_db
AT = moment(STARTS)


def test_a_second_sending_makes_nothing_and_is_told_what_the_first_made() -> None:
    by, token, made = a_case().social_worker, uuid4(), []

    def verb() -> int:
        made.append(len(made) + 7)
        return made[-1]

    assert [take_once(by=by, at=AT, token=token, verb=verb) for _ in range(3)] == [7, 7, 7]
    assert made == [7]
    assert take_once(by=by, at=AT, token=uuid4(), verb=verb) == 8


def test_a_token_is_of_one_user_and_a_refusal_takes_nothing() -> None:
    case, token = a_case(), uuid4()
    by, other = case.social_worker, case.commissioner

    def refuse() -> int:
        raise Absent(what="person", id=1)

    with pytest.raises(Absent):
        take_once(by=by, at=AT, token=token, verb=refuse)
    assert take_once(by=by, at=AT, token=token, verb=lambda: 1) == 1
    assert take_once(by=other, at=AT, token=token, verb=lambda: 2) == 2
    assert TakenForm.objects.count() == 2
