"""Conversations: strengths first, whose words, one living record, and nothing about visits."""

from datetime import timedelta

import pytest
from django.apps import apps

from tests.fixtures.case import STARTS, a_case, a_person, moment
from tests.fixtures.whole import refused
from whatmatters.access.models import AuditEvent
from whatmatters.outcomes import models
from whatmatters.outcomes.queries import conversations
from whatmatters.outcomes.services import (
    NewConversation,
    NewStatement,
    PersonHasDied,
    ProxyNotNamed,
    Said,
    StatementAlreadyCorrected,
    StrengthsFirst,
    add_statements,
    correct_statement,
    hold_conversations,
)
from whatmatters.outcomes.services import conversations as conversation_services
from whatmatters.outcomes.services import statements as statement_services
from whatmatters.people.services import record_death
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.people import Language, Speaker
from whatmatters.rules.refusals import Absent
from whatmatters.rules.word_refusals import WordsMissing, WordsUnreadable

pytestmark = pytest.mark.django_db
AT = moment(STARTS)
SAID = Said("Dw i'n colli'r capel", Language.WELSH, Speaker.OWN_WORDS, translation="I miss chapel")


def new(person_id, strengths="I still bake", on=STARTS, statements=(SAID,)):
    return NewConversation(person_id, on, Language.WELSH, strengths, statements)


def hold(case, *given, at=AT):
    return hold_conversations(by=case.social_worker, at=at, conversations=list(given))


def test_own_words_stay_in_the_language_they_were_said_in():
    case = a_case()
    mair = a_person(case)
    hold(case, new(mair.id))
    (found,) = conversations(mair.id, council_id=case.council_id)
    (said,) = found.statements
    assert (found.strengths, found.language) == ("I still bake", "cy")
    assert (said.words, said.language, said.speaker) == ("Dw i'n colli'r capel", "cy", "own_words")
    assert (said.translation, said.translation_agreed) == ("I miss chapel", False)


@pytest.mark.parametrize("strengths", ["", "  \n", "\u200b"])
def test_a_conversation_without_strengths_is_refused(strengths):
    case = a_case()
    mair = a_person(case)
    with refused(StrengthsFirst):
        hold(case, new(mair.id), new(mair.id, strengths))


def test_a_proxy_is_always_named():
    case = a_case()
    mair = a_person(case)
    nameless = Said("She likes tea", Language.ENGLISH, Speaker.PROXY)
    with refused(ProxyNotNamed):
        hold(case, new(mair.id, statements=(nameless,)))


def test_empty_words_and_hidden_signs_are_refused():
    case = a_case()
    mair = a_person(case)
    with refused(WordsMissing, field="words"):
        hold(case, new(mair.id, statements=(Said(" ", Language.ENGLISH, Speaker.OWN_WORDS),)))
    with refused(WordsUnreadable, field="strengths"):
        hold(case, new(mair.id, "a\x00b"))


def test_a_script_tag_is_only_what_somebody_said():
    case = a_case()
    mair = a_person(case)
    words = "<script>alert('x')</script>"
    hold(case, new(mair.id, statements=(Said(words, Language.ENGLISH, Speaker.OWN_WORDS),)))
    (found,) = conversations(mair.id, council_id=case.council_id)
    assert found.statements[0].words == words


def test_any_member_of_the_team_adds_to_the_one_record():
    case = a_case()
    mair = a_person(case)
    (held,) = hold(case, new(mair.id))
    seen = Said("She hums while she bakes", Language.ENGLISH, Speaker.OBSERVED)
    add_statements(by=case.team_member, at=AT, statements=[NewStatement(held, seen)])
    (found,) = conversations(mair.id, council_id=case.council_id)
    told = [(s.speaker, s.by_id) for s in found.statements]
    assert told == [
        ("own_words", case.social_worker.user_id),
        ("observed", case.team_member.user_id),
    ]


def test_a_correction_names_the_old_words_and_keeps_them():
    case = a_case()
    mair = a_person(case)
    hold(case, new(mair.id))
    old = models.Statement.objects.get()
    right = Said("Dw i'n colli'r côr", Language.WELSH, Speaker.OWN_WORDS)
    corrected = correct_statement(by=mair.actor, at=AT, statement_id=old.pk, said=right)
    (found,) = conversations(mair.id, council_id=case.council_id)
    first, second = found.statements
    assert (first.words, first.corrected_by_id) == ("Dw i'n colli'r capel", corrected)
    assert (second.words, second.corrects_id) == ("Dw i'n colli'r côr", old.pk)
    with refused(StatementAlreadyCorrected, statement_id=old.pk):
        correct_statement(by=mair.actor, at=AT, statement_id=old.pk, said=right)


def test_as_many_conversations_as_life_brings_the_newest_first(django_assert_num_queries):
    case = a_case()
    mair = a_person(case)
    days = [STARTS - timedelta(days=n) for n in (1, 30, 0)]
    hold(case, *[new(mair.id, on=day) for day in days])
    with django_assert_num_queries(1):
        found = conversations(mair.id, council_id=case.council_id)
    assert [c.on for c in found] == [days[2], days[0], days[1]]


def test_tomorrow_and_another_council_are_refused():
    case, other = a_case(), a_case("E06000054", "england")
    mair, theirs = a_person(case), a_person(other)
    with refused(DayNotReached, on=STARTS + timedelta(days=1)):
        hold(case, new(mair.id, on=STARTS + timedelta(days=1)))
    with refused(Absent, what="person", id=theirs.id):
        hold(case, new(theirs.id))
    (held,) = hold_conversations(by=other.social_worker, at=AT, conversations=[new(theirs.id)])
    with refused(Absent, what="conversation", id=held):
        add_statements(by=case.team_member, at=AT, statements=[NewStatement(held, SAID)])
    assert conversations(theirs.id, council_id=case.council_id) == ()


def test_a_talk_after_death_is_refused_and_one_on_the_day_is_kept():
    case = a_case()
    mair = a_person(case)
    died = STARTS - timedelta(days=1)
    record_death(by=case.social_worker, at=AT, person_id=mair.id, on=died)
    hold(case, new(mair.id, on=died))
    with refused(PersonHasDied, person_id=mair.id, on=died):
        hold(case, new(mair.id, on=STARTS))


def test_the_audit_trail_holds_no_word_that_was_said():
    case = a_case()
    mair = a_person(case)
    hold(case, new(mair.id))
    rows = repr(list(AuditEvent.objects.values_list()))
    assert "conversation.held" in rows
    assert "capel" not in rows


FORBIDDEN = ("visit", "minute", "hour", "time", "task", "call", "duration", "rota", "slot")


def test_no_field_anywhere_in_an_assessment_is_for_visits_times_or_tasks():
    """R-WI-03: a social worker cannot write one, since there is no place for it."""
    assessed = (models.Conversation, models.Statement, models.Outcome, models.EligibilityDecision)
    names = [f.name for kind in assessed for f in kind._meta.get_fields() if f.concrete]
    inputs = [
        name
        for value in (NewConversation, Said, NewStatement)
        for name in value.__dataclass_fields__
    ]
    assert not [n for n in names + inputs if any(word in n for word in FORBIDDEN)]
    assert {"strengths", "words", "test"} <= set(names)


def test_no_plan_holds_the_time_of_a_visit():
    kinds = apps.get_app_config("outcomes").get_models()
    clocks = [
        f"{kind.__name__}.{field.name}"
        for kind in kinds
        for field in kind._meta.get_fields()
        if field.concrete and field.get_internal_type() in ("TimeField", "DurationField")
    ]
    assert clocks == []


def test_the_services_of_conversations_take_nothing_about_visits():
    source = {*dir(conversation_services), *dir(statement_services)}
    assert not [name for name in source if any(word in name.lower() for word in ("visit", "task"))]
