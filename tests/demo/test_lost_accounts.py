"""Lost accounts of a demonstration, and who looks after those of a provider."""

import pytest

from tests.demo.living import wanted
from whatmatters.access.models import Membership, Recovery, RecoveryAnswer, User
from whatmatters.commissioning.queries.paid_models import PAID_FROM_RECORDS
from whatmatters.demo.handing_over import hand_over
from whatmatters.demo.living import live
from whatmatters.demo.management.words import MODELS
from whatmatters.demo.stage.setting import set_stage
from whatmatters.rules.roles import Role
from whatmatters.trust.models import Consent


@pytest.mark.django_db
def test_one_account_comes_back_one_waits_and_family_read_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("whatmatters.demo.stage.trusting.SHARERS", 0)
    world = set_stage(wanted())
    live(world, lambda _: None)
    told = hand_over(world)
    family = next(one for one in told if one.role is Role.FAMILY)
    shared = Consent.objects.filter(user__username=family.username, end__isnull=True)
    assert {"outcomes", "plan", "timeline"} <= {one.topic for one in shared}
    assert {str(model) for model in PAID_FROM_RECORDS} <= set(MODELS)
    signs = [one for one in told if one.role is Role.ADMINISTRATOR]
    held = [Membership.objects.get(user__username=one.username) for one in signs]
    assert [m.organisation.kind for m in held] == ["council", "provider"]
    first, second = Recovery.objects.order_by("pk")
    answer = RecoveryAnswer.objects.get()
    assert (answer.recovery_id, answer.confirmed) == (first.pk, True)
    assert first.by_id == User.objects.get(username=signs[1].username).pk
    assert Membership.objects.get(user_id=second.user_id).role == Role.PERSON
