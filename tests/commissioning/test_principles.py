"""A service by the six principles (R-PR-01): each body's own view, kept, and compared."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, a_case, moment
from tests.fixtures.money import a_contract
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.commissioning.models import ServiceView
from whatmatters.commissioning.queries.principles import Told, views
from whatmatters.commissioning.services.principles import score_service
from whatmatters.rules.principles import (
    Level,
    NothingNew,
    Principle,
    PrincipleLeftOut,
    ScoredMeanwhile,
    ScoringNotAllowed,
)
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import InstallationKind
from whatmatters.rules.word_refusals import WordsMissing

SIX = ("wellbeing", "voice", "collaboration", "prevention", "added_value", "sustainability")


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_case()


def told(level: Level = Level.SOMETHING, **evidence: str) -> dict[Principle, Told]:
    return {one: Told(level, evidence.get(one, f"Seen of {one}.")) for one in Principle}


def score(by: Actor, contract: int, seen: int = 0, **other: object) -> int:
    given = {"told": told(), "at": moment(STARTS), **other}
    return score_service(by=by, contract_id=contract, seen=seen, **given)


def test_two_bodies_say_their_views_and_what_was_said_before_stays(case: Case) -> None:
    contract = a_contract(case)
    score(case.manager, contract, told=told(Level.MUCH))
    score(case.commissioner, contract)
    score(case.commissioner, contract, 1, told=told(Level.NOTHING))
    found = views(case.council_id, [contract])[contract]
    assert [(v.organisation_id, v.number, v.told[Principle.VOICE].level) for v in found] == [
        (case.council_organisation_id, 2, "nothing"),
        (case.council_organisation_id, 1, "something"),
        (case.provider_id, 1, "much"),
    ]
    assert tuple(found[0].told) == SIX
    assert found[0].told[Principle.PREVENTION].evidence == "Seen of prevention."


def test_what_is_not_kept_by_its_name(case: Case) -> None:
    contract = a_contract(case)
    left = {one: how for one, how in told().items() if one is not Principle.PREVENTION}
    for name, by, other in (
        (ScoringNotAllowed, case.finance, {}),
        (ScoringNotAllowed, case.team_member, {}),
        (Absent, case.manager, {"contract": contract + 999}),
        (PrincipleLeftOut, case.manager, {"told": left}),
        (WordsMissing, case.manager, {"told": told(voice=" ")}),
        (ScoredMeanwhile, case.manager, {"seen": 1}),
    ):
        with pytest.raises(name):
            score(by, **{"contract": contract, **other})
    score(case.manager, contract)
    with pytest.raises(NothingNew):
        score(case.manager, contract, 1)
    with pytest.raises(ScoredMeanwhile):
        score(case.manager, contract, told=told(Level.MUCH))
    assert ServiceView.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceView.objects.create(
            council_id=case.council_id,
            by_id=case.manager.user_id,
            at=moment(STARTS),
            contract_id=contract,
            organisation_id=case.provider_id,
            number=1,
        )


def read(actor: Actor, name: str, *args: int, language: str = "en-gb") -> str:
    answer = browser_of(actor, language).get(reverse(name, args=args))
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return " ".join(answer.content.decode().partition("<main")[2].split())


def test_it_is_said_on_a_page_and_both_bodies_read_both_views(case: Case) -> None:
    contract = a_contract(case)
    assert "Nobody has said a view" in read(case.manager, "principles", contract)
    client = browser_of(case.manager)
    address = reverse("principles_score", args=[contract])
    token = client.get(address).context["form"]["form_token"].value()
    answers = dict.fromkeys(SIX, "something") | {f"{one}_evidence": "Figures." for one in SIX}
    answers |= {
        "seen": "0",
        "voice": "against",
        "voice_evidence": "Nobody chooses the hour.\nStill.",
    }
    left_out = client.post(address, {**answers, "form_token": token, "prevention": ""})
    assert left_out.status_code == 422
    assert "Nobody chooses the hour." in left_out.content.decode()
    kept = client.post(address, {**answers, "form_token": token})
    assert kept.status_code == 302
    # A colleague who opened the page before that is told, and writes over nothing.
    token = client.get(address).context["form"]["form_token"].value()
    late = client.post(address, {**answers, "form_token": token, "voice": "much"})
    assert late.status_code == 422
    assert "Somebody of your organisation said another view" in late.content.decode()
    score(case.commissioner, contract, told=told(Level.MUCH, voice="Asked at the door."))
    for actor in (case.manager, case.commissioner):
        page = read(actor, "principles", contract)
        assert "Works against it" in page
        assert "Nobody chooses the hour.<br>Still." in page
        assert "Asked at the door." in page
    # Only the manager's form begins from the manager's own words.
    assert "Nobody chooses the hour." in read(case.manager, "principles_score", contract)
    assert "Nobody chooses the hour." not in read(case.commissioner, "principles_score", contract)
    score(case.manager, contract, 1, told=told(Level.NOTHING, voice="They choose since May."))
    page = read(case.commissioner, "principles", contract)
    assert "What was said before" in page
    assert "Nobody chooses the hour." in page
    listed = read(case.commissioner, "principle_list")
    assert reverse("principles", args=[contract]) in listed
    assert "Yn gwneud dim drosto" in read(case.manager, "principles", contract, language="cy")
