"""Where somebody lives, hidden: from lists, records and figures, and not written down unawares."""

from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.case import a_person, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.trust.test_sharing import client_of
from whatmatters.access.models import AuditEvent
from whatmatters.access.queries import verify_audit
from whatmatters.outcomes.models import SmallChange
from whatmatters.outcomes.queries import gaps_by_area
from whatmatters.outcomes.services import GapNoted, note_gaps
from whatmatters.people.services import NewLink, link_people
from whatmatters.places.models import Area
from whatmatters.rules.addresses import quotes
from whatmatters.rules.people import LinkKind
from whatmatters.rules.roles import Role
from whatmatters.trust.models import AddressQuoted
from whatmatters.trust.queries.addresses import guard_of, quoted_in
from whatmatters.trust.services import NotYoursToShare, guard_address

AT = moment(ENDS)
STREET = "14 Heol y Gwyliwr\nTŷ’r Ogof Las"
CANARY = "CanariWard"


@pytest.fixture
def shown(db: None) -> Shown:
    found = a_case_to_look_at()
    Area.objects.filter(pk=found.case.ward_id).update(name_en=CANARY, name_cy=CANARY)
    return found


def hide(shown: Shown, *, hidden: bool = True) -> int:
    return guard_address(
        by=shown.ifan.actor,
        at=AT,
        on=ENDS,
        person_id=shown.ifan.id,
        hidden=hidden,
        address=STREET,
        reason="Somebody looks for me",
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("She lives at 14 Heol y Gwyliwr now", True),
        ("14, HEOL-Y-GWYLIWR", True),
        ("wrth Ty'r ogof las", True),
        ("llc: ll55 1aa", True),
        ("LL551AA", True),
        ("Heol y Gwyliwr is a long road", False),
        ("14 people came", False),
        ("", False),
    ],
)
def test_words_that_quote_an_address_however_written(words: str, found: bool) -> None:
    assert quotes(words, STREET, "LL55 1AA") is found


def test_short_forms_of_a_road_are_one() -> None:
    assert quotes("at 3 Mill Rd.", "3 Mill Road", "")
    assert not quotes("3 Mill", "3 Mill Road", "")


def test_the_area_is_on_no_page_of_who_need_not_know(shown: Shown) -> None:
    """Threat 20; the control arm is the same walk before anything was hidden."""
    staff = [shown.case.manager, shown.case.commissioner, shown.case.finance]
    staff.append(an_actor(shown.case.system, Role.BROKER, shown.case.council_organisation_id))
    addresses = [reverse("record", args=[shown.ifan.id]), reverse("person_list")]

    def told() -> list[bool]:
        pages = [client_of(by).get(a).content.decode() for by in staff for a in addresses]
        return [CANARY in page for page in pages]

    assert all(told())
    hide(shown)
    assert not any(told())
    own = client_of(shown.ifan.actor).get(addresses[0]).content.decode()
    assert CANARY in own
    assert CANARY in client_of(shown.case.social_worker).get(addresses[0]).content.decode()
    hide(shown, hidden=False)
    assert all(told())


def test_a_gap_of_a_hidden_person_stands_in_no_small_area(shown: Shown) -> None:
    gap = GapNoted(shown.proposed_id, ENDS, "A bench")
    note_gaps(by=shown.case.manager, at=AT, gaps=[gap])
    council = shown.case.council_id
    assert [g.what for g in gaps_by_area(council, ENDS, ENDS)] == ["A bench"]
    hide(shown)
    assert gaps_by_area(council, ENDS, ENDS) == ()


def test_who_may_hide_and_what_the_scan_finds(shown: Shown) -> None:
    for by in (shown.case.manager, shown.case.commissioner):
        with pytest.raises(NotYoursToShare):
            guard_address(
                by=by,
                at=AT,
                on=ENDS,
                person_id=shown.ifan.id,
                hidden=False,
                address="",
                reason="Because",
            )
    council, words = shown.case.council_id, ["He lives at 14 Heol y Gwyliwr"]
    assert quoted_in(council, words) is None
    hide(shown)
    assert quoted_in(council, words) == shown.ifan.id
    assert quoted_in(council, ["The post code is LL55 1AA"]) == shown.ifan.id
    assert quoted_in(council, ["Nothing of the kind"]) is None
    assert guard_of(council, shown.ifan.id).hidden


def test_a_form_that_quotes_it_is_held_until_the_writer_says_why(shown: Shown) -> None:
    hide(shown)
    address = reverse("plan_answer", args=[shown.proposed_id])
    client = client_of(shown.case.social_worker)
    sent = {
        "answer": "amendment_requested",
        "words": "Not at 14 Heol y Gwyliwr",
        "form_token": TOKEN,
    }
    held = client.post(address, sent)
    assert held.status_code == 422
    page = held.content.decode()
    assert "These words hold an address that must stay hidden" in page
    assert 'value="Not at 14 Heol y Gwyliwr"' in page
    empty = client.post(address, sent | {"hidden_address_reason": " "})
    assert empty.status_code == 422
    assert not AddressQuoted.objects.exists()
    kept = client.post(address, sent | {"hidden_address_reason": "The plan names the door"})
    assert kept.status_code == 302
    assert AddressQuoted.objects.get().said.reason == "The plan names the door"
    assert AuditEvent.objects.filter(action="address.quoted", person_id=shown.ifan.id).exists()
    assert verify_audit(shown.case.council_id).problem == ""
    assert not SmallChange.objects.filter(words__contains="Gwyliwr").exists()


def test_no_relative_learns_by_guessing_where_somebody_lives(shown: Shown) -> None:
    """Threat 20: the same words are held for those at work, as the test above shows."""
    hide(shown)
    niece = an_actor(shown.case.system, Role.FAMILY, None, "Lowri Hughes")
    link = NewLink(shown.ifan.id, niece.user_id, LinkKind.FAMILY, ENDS, "niece")
    link_people(by=shown.case.social_worker, at=AT, links=[link])
    mair = a_person(shown.case, "Mair Wyn")
    guess = {"words": "Is it 14 Heol y Gwyliwr?", "form_token": TOKEN}
    for who, about in ((niece, shown.ifan.id), (mair.actor, mair.id)):
        guess["form_token"] = str(uuid4())
        answer = client_of(who).post(reverse("tell", args=[about]), guess)
        assert answer.status_code == 302
        assert "must stay hidden" not in answer.content.decode()
    own = client_of(shown.ifan.actor).post(reverse("tell", args=[shown.ifan.id]), guess)
    assert own.status_code == 422
    assert "must stay hidden" in own.content.decode()


TOKEN = "3f1f1f0e-0000-4000-8000-000000000003"


def test_hiding_it_from_the_page(shown: Shown) -> None:
    address = reverse("address", args=[shown.ifan.id])
    client = client_of(shown.case.social_worker)
    sent = {"hidden": "yes", "address": STREET, "reason": "He asked", "form_token": TOKEN}
    assert client.post(address, sent).status_code == 302
    assert "14 Heol y Gwyliwr" in client.get(address).content.decode()
    assert client_of(shown.case.manager).get(address).status_code == 403
