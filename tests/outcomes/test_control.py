"""How far she feels in control: whose answer it is, in which period, and which of them holds."""

from datetime import date, timedelta

import pytest

from tests.fixtures.case import STARTS, a_person, an_actor, moment
from tests.fixtures.reviewed import ENDS, Agreed, an_agreed
from whatmatters.access.models import AuditEvent
from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import ControlAnswer, ControlWords
from whatmatters.outcomes.queries.control import ControlSaid, by_period, control_answers
from whatmatters.outcomes.queries.control_periods import control_asked
from whatmatters.outcomes.services.closing import close_case
from whatmatters.outcomes.services.control import (
    ControlGiven,
    HerOwnAnswerStands,
    NotHeardFromHer,
    NotSupportedNow,
    say_control,
)
from whatmatters.outcomes.services.living import PersonHasDied
from whatmatters.outcomes.services.voices import VoiceRefused
from whatmatters.people.services import NewDecider, appoint_deciders, record_death
from whatmatters.rules.control import Control
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.people import Authority
from whatmatters.rules.periods import Period
from whatmatters.rules.roles import Role

DAY = timedelta(days=1)
# The plan begins on 6 April 2026: 13 weeks to 5 July.
FIRST = (date(2026, 4, 6), date(2026, 7, 5))


def say(by: Actor, found: Agreed, on: date, answer: Control, **more: object) -> int:
    given = ControlGiven(answer, **more)  # type: ignore[arg-type]
    return say_control(by=by, at=moment(on), person_id=found.person.id, given=given)


def said(found: Agreed) -> tuple[ControlSaid, ...]:
    return control_answers(found.case.council_id, found.person.id)


def asked(found: Agreed, on: date) -> Period | None:
    return control_asked(found.case.council_id, found.person.id, on)


def an_attorney(found: Agreed) -> Actor:
    cai = an_actor(found.case.system, Role.FAMILY, None, "Cai Hughes")
    given = [NewDecider(found.person.id, cai.user_id, Authority.ATTORNEY, STARTS)]
    appoint_deciders(by=found.case.social_worker, at=moment(STARTS), deciders=given)
    return cai


def test_she_is_asked_after_four_weeks_and_not_again_until_the_next_period(db: None) -> None:
    found = an_agreed()
    herself = found.person.actor
    assert asked(found, STARTS + 27 * DAY) is None
    assert asked(found, STARTS + 28 * DAY) == Period(date(2026, 4, 6), date(2026, 7, 6))
    first = say(herself, found, date(2026, 5, 4), Control.NOT_ENOUGH, words="  Rhy gynnar <i> ")
    assert asked(found, date(2026, 5, 5)) is None
    # She thinks again within the period: the newest holds, and what she said before is kept.
    second = say(herself, found, date(2026, 7, 5), Control.ENOUGH)
    # The review is late, so support goes on. 6 July and 28 days: 3 August.
    assert asked(found, date(2026, 8, 2)) is None
    assert asked(found, date(2026, 8, 3)) == Period(date(2026, 7, 6), date(2026, 10, 5))
    third = say(herself, found, date(2026, 8, 3), Control.NO_ANSWER)
    assert asked(found, date(2026, 8, 4)) is None
    told = [[one.answer_id for one in held] for held in by_period(said(found))]
    assert told == [[third], [second, first]]
    one = said(found)[-1]
    assert (one.starts, one.ends, one.on) == (*FIRST, date(2026, 5, 4))
    assert (one.answer, one.authority, one.heard) == ("not_enough", "own", False)
    assert (one.words, one.provider_id) == ("Rhy gynnar <i>", found.case.provider_id)
    event = AuditEvent.objects.filter(action="control.said").earliest("seq")
    assert (event.subject, event.subject_id, event.why) == ("control", first, "")
    assert ControlWords.objects.count() == 1


def test_whoever_says_it_for_her_is_named_and_never_takes_her_place(db: None) -> None:
    found = an_agreed()
    case, cai = found.case, an_attorney(found)
    heard = say(case.social_worker, found, STARTS, Control.NONE, heard=True)
    by_him = say(cai, found, STARTS + DAY, Control.ENOUGH)
    by_manager = say(case.manager, found, STARTS + 2 * DAY, Control.AS_WANTED, heard=True)
    assert [one.answer_id for one in by_period(said(found))[0]] == [by_manager, by_him, heard]
    own = say(
        found.person.actor, found, STARTS + 3 * DAY, Control.NONE, authority=Authority.SUPPORTED
    )
    assert [one.answer_id for one in by_period(said(found))[0]] == [own, by_manager, by_him, heard]
    whose = {one.answer_id: (one.authority, one.heard, one.by_name) for one in said(found)}
    assert whose == {
        own: ("supported", False, found.person.actor.name),
        by_manager: ("own", True, case.manager.name),
        by_him: ("attorney", False, "Cai Hughes"),
        heard: ("own", True, "Nia Parry"),
    }
    for other in (cai, case.social_worker, case.manager):
        with pytest.raises(HerOwnAnswerStands):
            say(other, found, STARTS + 4 * DAY, Control.AS_WANTED, heard=True)
    # In the next period it is anybody's again, of those who may.
    say(cai, found, date(2026, 7, 6), Control.ENOUGH)


def test_what_is_refused_leaves_no_trace(db: None) -> None:
    found = an_agreed()
    case, on = found.case, STARTS + DAY
    worker = an_actor(case.system, Role.CARE_WORKER, case.provider_id)
    rival = an_actor(case.system, Role.PROVIDER_MANAGER, case.council_organisation_id)
    other = a_person(case, "Mair Llŷr")
    before = AuditEvent.objects.count()
    for nobody in (worker, rival, case.commissioner, other.actor):
        with pytest.raises(VoiceRefused):
            say(nobody, found, on, Control.ENOUGH, heard=True)
    with pytest.raises(VoiceRefused):
        say(case.social_worker, found, on, Control.ENOUGH, authority=Authority.DEPUTY, heard=True)
    for writer in (case.social_worker, case.manager):
        with pytest.raises(NotHeardFromHer):
            say(writer, found, on, Control.ENOUGH)
    with pytest.raises(NotSupportedNow):
        say(found.person.actor, found, STARTS - DAY, Control.ENOUGH)
    assert AuditEvent.objects.count() == before
    assert not ControlAnswer.objects.exists()


def test_nothing_is_asked_once_support_or_a_life_has_ended(db: None) -> None:
    found = an_agreed()
    case, who = found.case, found.person
    told = {"by": case.social_worker, "at": moment(ENDS), "person_id": who.id, "on": ENDS}
    close_case(**told, reason=EndReason.MOVED)
    assert asked(found, ENDS) is not None
    assert asked(found, ENDS + DAY) is None
    with pytest.raises(NotSupportedNow):
        say(who.actor, found, ENDS + DAY, Control.ENOUGH)
    record_death(**told)
    with pytest.raises(PersonHasDied):
        say(case.social_worker, found, ENDS + DAY, Control.ENOUGH, heard=True)
