"""Lost accounts of a demonstration, and who looks after those of a provider."""

import pytest

from tests.demo.living import wanted
from whatmatters.access.models import Membership, Recovery, RecoveryAnswer, User
from whatmatters.demo.handing_over import hand_over
from whatmatters.demo.living import live
from whatmatters.demo.stage.setting import set_stage
from whatmatters.rules.roles import Role


@pytest.mark.django_db
def test_one_account_comes_back_and_one_waits() -> None:
    world = set_stage(wanted())
    live(world, lambda _: None)
    signs = [one for one in hand_over(world) if one.role is Role.ADMINISTRATOR]
    held = [Membership.objects.get(user__username=one.username) for one in signs]
    assert [m.organisation.kind for m in held] == ["council", "provider"]
    first, second = Recovery.objects.order_by("pk")
    answer = RecoveryAnswer.objects.get()
    assert (answer.recovery_id, answer.confirmed) == (first.pk, True)
    assert first.by_id == User.objects.get(username=signs[1].username).pk
    assert Membership.objects.get(user_id=second.user_id).role == Role.PERSON
