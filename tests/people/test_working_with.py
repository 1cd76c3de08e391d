"""From pages: somebody is given to a person, handed over, and sent away at the next click."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, a_person, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.fixtures.money import a_contract
from tests.fixtures.published import a_case_with_a_postcode
from tests.people.test_register_pages import client_of, told
from whatmatters.access.models import AuditEvent, Membership
from whatmatters.access.queries import Actor, may, people_allowed
from whatmatters.access.services import (
    MembershipGiven,
    OrganisationGiven,
    add_memberships,
    add_organisations,
    mark_installation,
)
from whatmatters.delivery.services import BundleGiven, agree_bundles
from whatmatters.home.services import someone_moved
from whatmatters.people.models import Assignment, Person
from whatmatters.people.queries.working import working_with
from whatmatters.people.services import (
    EndsBeforeItStarts,
    NewAssignment,
    assign_workers,
    end_working,
    give_worker,
)
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import InstallationKind, OrganisationKind, Role
from whatmatters.rules.working_with import (
    AlreadyWorksWith,
    EndsSooner,
    NotOfYourOwn,
    NotYourself,
    NotYoursToGive,
)

ON, AT = ENDS, moment(ENDS)


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def giving(user: Actor, on: date = ON, **more: str) -> dict[str, str]:
    days = {"starts-day": str(on.day), "starts-month": str(on.month), "starts-year": str(on.year)}
    return {"form_token": str(uuid4()), "user": str(user.user_id)} | days | more


def give(by: Actor, who: Actor, person_id: int, starts: date = ON) -> int:
    return give_worker(by=by, at=AT, on=ON, given=NewAssignment(person_id, who.user_id, starts))


def works(client: Client, person_id: int) -> str:
    return client.get(reverse("workers", args=[person_id])).content.decode()


def test_from_registration_by_a_broker_to_the_given_workers_first_conversation(db: None) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case, postcode = a_case_with_a_postcode()
    broker = client_of(an_actor(case.system, Role.BROKER, case.council_organisation_id, "Ela Wyn"))
    broker.post(reverse("person_register"), told(postcode))
    nest = Person.objects.get().pk
    record, hers = reverse("record", args=[nest]), reverse("workers", args=[nest])
    assert f'href="{hers}"' in broker.get(record).content.decode()
    assert "Nobody works with this person yet" in works(broker, nest)
    page = reverse("worker_give", args=[nest])
    assert f'href="{page}"' in broker.get(reverse("person_list")).content.decode()
    assert "Nia Parry" in broker.get(page).content.decode()
    worker = client_of(case.social_worker)
    assert worker.get(record).status_code == 404
    form = giving(case.social_worker, STARTS)
    for _ in range(2):  # sent twice, she is given once
        sent = broker.post(page, form)
        assert (sent.status_code, sent.headers["Location"]) == (302, hers)
    assert Assignment.objects.get().user_id == case.social_worker.user_id
    shows = works(broker, nest)
    assert "Nia Parry" in shows
    assert "Since 6 April 2026" in shows
    assert "Written down by Ela Wyn, 6 April 2026" in shows
    assert page not in broker.get(reverse("person_list")).content.decode()
    assert worker.get(reverse("conversation_new", args=[nest])).status_code == 200
    assert AuditEvent.objects.filter(action="assignment.started", person_id=nest).count() == 1


def test_a_worker_is_handed_over_and_the_first_is_out_at_the_next_click(shown: Shown) -> None:
    case, ifan = shown.case, shown.ifan.id
    ela = an_actor(case.system, Role.SOCIAL_WORKER, case.council_organisation_id, "Ela Wyn")
    first, second = client_of(case.social_worker), client_of(ela)
    record, end = reverse("record", args=[ifan]), reverse("worker_end", args=[ifan])
    assert first.post(reverse("worker_give", args=[ifan]), giving(ela)).status_code == 302
    assert second.get(record).status_code == 200
    nia = next(row for row in working_with(case.council_id, ifan, ON) if row.name == "Nia Parry")
    assert f'href="{end}?who={nia.id}"' in works(second, ifan)
    opened = second.get(f"{end}?who={nia.id}").content.decode()
    assert f'<option value="{nia.id}" selected' in opened
    form = {"form_token": str(uuid4()), "who": str(nia.id), "when": "now"}
    for _ in range(2):
        assert second.post(end, form).status_code == 302
    assert first.get(record).status_code == 404
    assert "End the work of Nia Parry" not in works(second, ifan)
    assert AuditEvent.objects.filter(action="assignment.ended", person_id=ifan).count() == 1


def test_with_a_last_day_the_record_stays_open_until_it_is_over(shown: Shown) -> None:
    case, ifan = shown.case, shown.ifan.id
    (held,) = Assignment.objects.filter(person_id=ifan, user_id=case.social_worker.user_id)
    commissioner = client_of(case.commissioner)
    end = reverse("worker_end", args=[ifan])
    form = {"form_token": str(uuid4()), "who": str(held.pk), "when": "on_a_day"}
    missing = commissioner.post(end, form)
    assert missing.status_code == 422
    assert "Say which day is the last" in missing.content.decode()
    early = {"last_day-day": "1", "last_day-month": "1", "last_day-year": "2020"}
    refused = commissioner.post(end, form | early)
    assert 'href="#id_last_day-day">The last day is before the first' in refused.content.decode()
    last = ON + timedelta(days=2)
    days = {"day": last.day, "month": last.month, "year": last.year}
    sent = {f"last_day-{part}": str(value) for part, value in days.items()}
    assert commissioner.post(end, form | sent).status_code == 302
    seen = [may(case.social_worker, Action.SEE_RECORD, ifan, last + timedelta(n)) for n in (0, 1)]
    assert seen == [True, False]
    # Ending it lengthens nothing: a later last day is refused, an earlier one is not.
    ending = {"by": case.commissioner, "at": AT, "on": ON, "assignment_id": held.pk}
    with pytest.raises(EndsSooner):
        end_working(**ending, last_day=last + timedelta(1))
    later = {"last_day-day": "1", "last_day-month": "7", "last_day-year": "2026"}
    later |= {"form_token": str(uuid4())}
    told = commissioner.post(end, form | later).content.decode()
    assert "Their work ends on 30 June 2026 already" in told
    end_working(**ending, last_day=last - timedelta(1))
    assert Assignment.objects.get(pk=held.pk).ends == last - timedelta(1)


def test_who_ends_their_own_work_twice_reads_that_it_is_kept(shown: Shown) -> None:
    case, ifan = shown.case, shown.ifan.id
    (held,) = Assignment.objects.filter(person_id=ifan, user_id=case.social_worker.user_id)
    own, end = client_of(case.social_worker), reverse("worker_end", args=[ifan])
    form = {"form_token": str(uuid4()), "who": str(held.pk), "when": "now"}
    assert own.post(end, form).headers["Location"] == reverse("person_list")
    again = own.post(end, form, follow=True)
    assert again.redirect_chain == [(reverse("home"), 302)]
    assert "You sent this page before, and it was kept" in again.content.decode()
    # Whoever never sent this page learns nothing, and nobody who sends another one does.
    assert own.post(end, form | {"form_token": str(uuid4())}).status_code == 404
    assert client_of(case.finance_two).post(end, form).status_code in {403, 404}
    assert AuditEvent.objects.filter(action="assignment.ended", person_id=ifan).count() == 1


def test_a_provider_gives_its_own_to_its_own_people_and_sees_no_rivals(shown: Shown) -> None:
    case, ifan = shown.case, shown.ifan.id
    carer = an_actor(case.system, Role.CARE_WORKER, case.provider_id, "Sara Owen")
    rival = an_actor(case.system, Role.CARE_WORKER, other_body(case), "Gwen Arall")
    assign_workers(by=case.system, at=AT, assignments=[NewAssignment(ifan, rival.user_id, ON)])
    manager = client_of(case.manager)
    page = reverse("worker_give", args=[ifan])
    offered = manager.get(page).content.decode()
    assert "Sara Owen" in offered
    assert "Cadi Puw" in offered
    assert "Nia Parry" not in offered
    assert "Gwen Arall" not in offered
    assert manager.post(page, giving(case.social_worker)).status_code == 422
    assert manager.post(page, giving(carer)).status_code == 302
    assert may(carer, Action.RECORD_NOTE, ifan, ON)
    shows = works(manager, ifan)
    assert "Sara Owen" in shows
    assert "Nia Parry" in shows
    assert "Their own organisation ends it" in shows
    assert "Gwen Arall" not in shows
    # Her social worker sees everybody, and may send anybody away: the provider may be gone.
    told = works(client_of(case.social_worker), ifan)
    assert "Gwen Arall" in told
    assert "End the work of Gwen Arall" in told
    again = manager.post(page, giving(carer))
    assert again.status_code == 422
    assert "They work with this person already" in again.content.decode()


def test_who_goes_to_the_door_opens_the_record_only_while_their_provider_supports_her(
    shown: Shown,
) -> None:
    """Nobody ends the assignment: the record closes by itself after the last day of support."""
    case, ifan = shown.case, shown.ifan.id
    carer = an_actor(case.system, Role.CARE_WORKER, case.provider_id, "Sara Owen")
    rival = an_actor(case.system, Role.CARE_WORKER, other_body(case), "Gwen Arall")
    given = [NewAssignment(ifan, one.user_id, STARTS) for one in (carer, rival)]
    assign_workers(by=case.system, at=AT, assignments=given)

    def opens(actor: Actor, on: date) -> bool:
        return ifan in people_allowed(actor, Action.SEE_RECORD, on) and may(
            actor, Action.SEE_RECORD, ifan, on
        )

    assert [opens(one, ON) for one in (carer, rival)] == [True, False]
    someone_moved(by=case.social_worker, at=AT, person_id=ifan, on=ON)
    after = ON + timedelta(1)
    assert [opens(carer, day) for day in (ON, after)] == [True, False]
    # Who manages looks back, to be paid and to contest; who answers for the record is the council.
    assert [opens(one, after) for one in (case.manager, case.social_worker)] == [True, True]
    # Support that the same provider begins anew is support again.
    agree_bundles(
        by=case.commissioner,
        at=AT,
        bundles=[BundleGiven(ifan, bundled(case), after, Decimal(10), Decimal("22.40"))],
    )
    assert [opens(one, after) for one in (carer, rival)] == [True, False]


def bundled(case: Case) -> int:
    return a_contract(case, model="bundled_hours")


def test_who_is_of_two_providers_is_shown_and_ended_by_the_one_that_gave_them(
    shown: Shown,
) -> None:
    case, ifan, other = shown.case, shown.ifan.id, other_body(shown.case)
    both = an_actor(case.system, Role.CARE_WORKER, case.provider_id, "Sara Owen")
    role = MembershipGiven(both.user_id, Role.CARE_WORKER, other, STARTS)
    add_memberships(by=case.system, at=AT, memberships=[role])
    theirs = an_actor(case.system, Role.PROVIDER_MANAGER, other, "Eirlys Arall")
    told = NewAssignment(ifan, both.user_id, ON)
    (held,) = assign_workers(by=theirs, at=AT, assignments=[told])
    assert "Sara Owen" not in works(client_of(case.manager), ifan)
    ending = {"at": AT, "on": ON, "assignment_id": held, "last_day": None}
    with pytest.raises(NotOfYourOwn):
        end_working(by=case.manager, **ending)
    # Who was given by neither is shown to each, and each reads its own name alone.
    Assignment.objects.filter(pk=held).update(by_id=case.system.user_id)
    shows = works(client_of(case.manager), ifan)
    assert "End the work of Sara Owen" in shows
    assert "Gofal Arall" not in shows


def other_body(case: Case) -> int:
    given = OrganisationGiven(OrganisationKind.PROVIDER, "Gofal Arall", "Gofal Arall")
    return add_organisations(by=case.system, at=AT, organisations=[given])[0]


def test_the_services_refuse_whom_the_pages_do_not_offer(shown: Shown) -> None:
    case, ifan = shown.case, shown.ifan.id
    elsewhere = a_person(case, "Somebody Else").id
    carer = an_actor(case.system, Role.CARE_WORKER, case.provider_id, "Sara Owen")
    with pytest.raises(NotYoursToGive):
        give(case.manager, carer, elsewhere)
    with pytest.raises(NotYoursToGive):
        give(carer, carer, ifan)
    both = an_actor(case.system, Role.BROKER, case.council_organisation_id, "Ela Wyn")
    with pytest.raises(NotYourself):
        give(both, both, ifan)
    with pytest.raises(NotOfYourOwn):
        give(case.commissioner, carer, ifan)
    with pytest.raises(NotOfYourOwn):
        give(case.commissioner, case.finance, ifan)
    Membership.objects.filter(user_id=carer.user_id).update(ends=ON - timedelta(days=1))
    with pytest.raises(NotOfYourOwn):
        give(case.manager, carer, ifan)
    with pytest.raises(AlreadyWorksWith):
        give(case.commissioner, case.social_worker, ifan)
    (held,) = Assignment.objects.filter(person_id=ifan, user_id=case.social_worker.user_id)
    ending = {"at": AT, "on": ON, "assignment_id": held.pk, "last_day": None}
    with pytest.raises(NotOfYourOwn):
        end_working(by=case.manager, **ending)
    with pytest.raises(EndsBeforeItStarts):
        end_working(by=case.commissioner, **ending | {"last_day": date(2020, 1, 1)})
    end_working(by=case.commissioner, **ending)
    with pytest.raises(Absent):
        end_working(by=case.commissioner, **ending)


def test_the_person_reads_who_works_with_her_in_welsh_and_changes_nothing(shown: Shown) -> None:
    ifan = shown.ifan
    client = client_of(ifan.actor)
    page = client.get(reverse("workers", args=[ifan.id]), headers={"accept-language": "cy"})
    html = page.content.decode()
    assert "Pwy sy’n gweithio gyda mi" in html
    assert "Nia Parry" in html
    assert "Cofnodwyd gan" in html
    assert reverse("worker_give", args=[ifan.id]) not in html
    assert client.post(reverse("worker_give", args=[ifan.id])).status_code == 403
