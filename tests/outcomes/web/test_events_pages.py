"""What happens while support runs, done from pages by whoever may do it, once for each page."""

from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.http import HttpResponse
from django.urls import reverse

from tests.fixtures.browser import Reader
from tests.fixtures.case import STARTS, a_draft, an_actor, moment, propose
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from whatmatters.delivery.models import HospitalStay
from whatmatters.outcomes.models import (
    ExceptionRaised,
    FamilyView,
    SmallChange,
    TimelineNote,
    UnmatchedNeed,
)
from whatmatters.outcomes.queries import version_facts
from whatmatters.people.models import Death
from whatmatters.people.services import NewLink, link_people
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.people import LinkKind
from whatmatters.rules.roles import Role

TODAY = {"on-day": "28", "on-month": "6", "on-year": "2026"}
TOMORROW = TODAY | {"on-day": "29"}


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def twice(reader: Reader, address: str, **told: object) -> HttpResponse:
    """The same page sent twice, as a double click does; the second answer."""
    data = {"form_token": str(uuid4()), **told}
    reader.client.post(address, data)
    return reader.client.post(address, data)


def test_a_note_is_written_once_by_the_person_herself(shown: Shown) -> None:
    ifan = Reader(shown.ifan.actor)
    address = reverse("note_write", args=[shown.ifan.id])
    told = {"words": "Es i at y fainc.", "language": "cy", **TODAY}
    before = TimelineNote.objects.count()
    assert twice(ifan, address, **told).status_code == 302
    assert TimelineNote.objects.count() == before + 1
    record = ifan.text(reverse("record", args=[shown.ifan.id]))
    assert '<span lang="cy">Es i at y fainc.</span>' in record
    early = ifan.send(address, **told | TOMORROW)
    assert early.status_code == 422
    assert "29 June 2026 has not come yet." in early.content.decode()
    assert 'href="#id_on-day"' in early.content.decode()


def test_a_need_that_nothing_meets_is_kept_as_it_was_said(shown: Shown) -> None:
    address = reverse("need_write", args=[shown.ifan.id])
    manager = Reader(shown.case.manager)
    assert twice(manager, address, words="Côr i rai sy'n colli geiriau", **TODAY).status_code == 302
    assert UnmatchedNeed.objects.get().words == "Côr i rai sy'n colli geiriau"
    assert "needs an answer" in manager.send(address).content.decode()


def test_a_small_change_holds_at_once_and_the_care_manager_is_told(shown: Shown) -> None:
    address = reverse("small_change", args=[shown.judged_id])
    ifan = Reader(shown.ifan.actor)
    done = ifan.sent(address, words="Cerdded yn y prynhawn", **TODAY)
    assert "The care manager is told, and is not asked." in done
    made = SmallChange.objects.latest("id")
    told_on = made.told.astimezone(ZoneInfo("Europe/London")).date()
    assert (made.words, told_on) == ("Cerdded yn y prynhawn", ENDS)
    early = {"on-day": "1", "on-month": "1", "on-year": "2026"}
    refused = ifan.send(address, words="x", **early)
    assert "The plan starts on 6 April 2026." in refused.content.decode()
    assert Reader(shown.case.social_worker).client.get(address).status_code == 403
    unagreed = reverse("small_change", args=[shown.proposed_id])
    assert "This plan is not in force" in ifan.text(unagreed)


def test_an_exception_is_raised_answered_and_asks_for_a_new_version(shown: Shown) -> None:
    manager, council = Reader(shown.case.manager), Reader(shown.case.social_worker)
    raise_it = reverse("exception_raise", args=[shown.judged_id])
    told = {"reason": "carer_changed", "words": "Cai has gone to sea."}
    assert twice(manager, raise_it, **told).status_code == 302
    raised = ExceptionRaised.objects.get()
    assert (raised.on, raised.outcomes.count()) == (ENDS, 2)
    plan = reverse("plan_version", args=[shown.judged_id])
    assert "Raised by Beth Morgan on 28 June 2026." in manager.text(plan)
    answer_it = reverse("exception_answer", args=[raised.pk])
    assert answer_it in council.text(plan)
    assert answer_it not in manager.text(plan)
    bare = council.send(
        answer_it, answer="accepted", **{f"on-{p}": "" for p in ("day", "month", "year")}
    )
    assert "Say from which day" in bare.content.decode()
    for _ in range(2):
        accepted = council.sent(answer_it, answer="accepted", **TODAY)
        assert "The exception is answered." in accepted
    assert "The plan is to be written again, priced from 28 June 2026." in accepted
    other = council.sent(answer_it, answer="not_accepted", **TODAY)
    assert "The first answer stands" in other
    assert ExceptionRaised.objects.get().state == "accepted"


def test_support_that_cannot_wait_begins_once_on_the_social_workers_authority(
    shown: Shown,
) -> None:
    address = reverse("urgent_start", args=[shown.proposed_id])
    nia = Reader(shown.case.social_worker)
    assert "Begin the support now" in nia.text(address)
    assert twice(nia, address).status_code == 302
    facts = version_facts([shown.proposed_id])[shown.proposed_id]
    assert (facts.state, facts.urgent_on is not None) == (PlanState.PROPOSED, True)
    assert "Only a plan that is being written" in nia.text(address)
    assert Reader(shown.case.manager).client.get(address).status_code == 403


def test_family_say_their_own_view_beside_the_answers(shown: Shown) -> None:
    case = shown.case
    cai = an_actor(case.system, Role.FAMILY, None, "Cai Hughes")
    link = NewLink(shown.ifan.id, cai.user_id, LinkKind.FAMILY, STARTS, relationship="grandson")
    link_people(by=case.social_worker, at=moment(STARTS), links=[link])
    reader, address = Reader(cai), reverse("judgement_family", args=[shown.judgement_id])
    assert address in reader.text(reverse("record", args=[shown.ifan.id]))
    page = reader.text(address)
    assert 'value="Cai Hughes"' in page
    assert 'value="grandson"' in page
    told = {"name": "Cai Hughes", "relationship": "grandson", "words": "He sings again."}
    assert twice(reader, address, **told).status_code == 302
    assert FamilyView.objects.get().words == "He sings again."


def test_a_hospital_stay_begins_and_ends(shown: Shown) -> None:
    address, manager = reverse("hospital_stay", args=[shown.ifan.id]), Reader(shown.case.manager)
    assert twice(manager, address, **TODAY).status_code == 302
    record = manager.text(reverse("record", args=[shown.ifan.id]))
    assert "The hospital stay is recorded." in record
    assert "The return home is recorded." not in record
    assert "has been in hospital since 28 June 2026." in manager.text(address)
    before = TODAY | {"on-day": "1"}
    wrong = manager.send(address, **before)
    assert "It cannot end before, on 1 June 2026." in wrong.content.decode()
    assert twice(manager, address, **TODAY).status_code == 302
    stay = HospitalStay.objects.get()
    assert (stay.admitted, stay.discharged) == (ENDS, ENDS)


def test_a_death_ends_support_and_leaves_nothing_to_do(shown: Shown) -> None:
    nia, address = Reader(shown.case.social_worker), reverse("death_record", args=[shown.ifan.id])
    assert nia.send(address, **TOMORROW).status_code == 422
    assert twice(nia, address, **TODAY).status_code == 302
    assert Death.objects.get().on == ENDS
    assert version_facts([shown.judged_id])[shown.judged_id].state is PlanState.ENDED
    record = nia.text(reverse("record", args=[shown.ifan.id]))
    assert "Died on 28 June 2026." in record
    assert reverse("note_write", args=[shown.ifan.id]) not in record
    assert "Recorded: died on 28 June 2026." in nia.text(address)
    plan = nia.text(reverse("plan_version", args=[shown.proposed_id]))
    assert "Not finished when the person died" in plan


def test_a_case_closes_when_nothing_more_is_needed(shown: Shown) -> None:
    nia, address = Reader(shown.case.social_worker), reverse("case_close", args=[shown.ifan.id])
    assert "needs an answer" in nia.send(address).content.decode()
    done = nia.sent(address, reason="no_longer_needed", **TODAY)
    assert "The case is closed." in done
    assert version_facts([shown.proposed_id])[shown.proposed_id].state is PlanState.SUPERSEDED


def test_an_accepted_exception_makes_way_for_the_next_version(shown: Shown) -> None:
    draft = a_draft(shown.case, shown.ifan.id, version_facts([shown.judged_id])[
        shown.judged_id].contract_id, at=moment(ENDS))  # fmt: skip
    propose(shown.case, draft.version_id, ENDS)
    again = reverse("plan_again", args=[shown.judged_id])
    assert "Begin the new version" in Reader(shown.case.manager).text(again)
