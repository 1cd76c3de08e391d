"""A delivery plan: written by the provider whole, agreed by two, kept as it was, never priced."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from tests.fixtures.case import STARTS, a_case, an_actor, moment
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.paying import lines
from tests.fixtures.visited import (
    BATH,
    CHAPEL,
    HAIR,
    PILLS,
    UP,
    Visited,
    a_team,
    a_visited_person,
    agree,
    answer,
    write,
)
from whatmatters.access.models import AuditEvent
from whatmatters.access.services import OrganisationGiven, add_organisations
from whatmatters.outcomes.services import VoiceRefused
from whatmatters.payments.models import Posting
from whatmatters.payments.services import set_calendar
from whatmatters.rota.models import AgreedVisit, DeliveryPlan
from whatmatters.rota.queries import OwnDay, delivery_plans, holding_on, own_day
from whatmatters.rota.services import (
    DeliveryAnswered,
    DeliveryGiven,
    answer_delivery,
    write_delivery,
)
from whatmatters.rules.outcomes import Party
from whatmatters.rules.roles import OrganisationKind, Role
from whatmatters.rules.rota.agreed_refusals import (
    AnsweredAlready,
    DeliveryChangedMeanwhile,
    DeliveryNotAllowed,
    NotAskedYet,
    NotOfTheTeam,
    NoVisits,
    QuietTakesAll,
    TeamNotTheirs,
)
from whatmatters.rules.word_refusals import WordsMissing
from whatmatters.teams.models import TeamMember
from whatmatters.teams.services import leave_team


@pytest.fixture
def seen(db: None) -> Visited:
    return a_visited_person()


def held(seen: Visited):
    """Every version, the newest first."""
    return delivery_plans(seen.case.council_id, person_ids=[seen.herself.id])


def test_what_was_written_is_read_again_whole(seen: Visited) -> None:
    mo, dai = seen.workers["Mo"], seen.workers["Dai"]
    write(seen, UP, BATH, HAIR, PILLS, quiet=(CHAPEL,), chosen=(mo,), never=(dai,))
    (plan,) = held(seen)
    assert plan.visits == (UP, BATH, HAIR, PILLS)
    assert (plan.quiet, plan.chosen, plan.never) == ((CHAPEL,), (mo,), (dai,))
    assert (plan.number, plan.starts, plan.ends, plan.team_id) == (1, STARTS, None, seen.team_id)
    assert (plan.offered, plan.waits, plan.agreed_on) == (False, False, None)


def test_it_holds_from_the_day_on_which_both_had_said_yes(seen: Visited) -> None:
    plan_id = write(seen, UP)
    answer(seen, plan_id, Party.PROVIDER)
    assert held(seen)[0].waits
    assert own_day(seen.case.council_id, seen.herself.id, STARTS).asked == (plan_id,)
    assert holding_on(held(seen), STARTS) == ()
    answer(seen, plan_id, Party.PERSON)
    assert own_day(seen.case.council_id, seen.herself.id, STARTS).asked == ()
    assert [plan.id for plan in holding_on(held(seen), STARTS)] == [plan_id]
    assert holding_on(held(seen), STARTS - timedelta(days=1)) == ()
    actions = AuditEvent.objects.filter(action__startswith="delivery.").order_by("id")
    told = [(event.action, event.person_id) for event in actions]
    assert told == [
        (f"delivery.{what}", seen.herself.id) for what in ("written", "agreed", "agreed")
    ]


def test_a_newer_version_holds_once_it_is_agreed_and_one_that_ends_ends_all(seen: Visited) -> None:
    first = agree(seen, write(seen, UP))
    later = STARTS + timedelta(days=7)
    second = write(seen, UP, PILLS, over=1, starts=later)
    assert [plan.id for plan in holding_on(held(seen), later)] == [first]
    agree(seen, second)
    assert [plan.id for plan in holding_on(held(seen), STARTS)] == [first]
    assert [plan.id for plan in holding_on(held(seen), later)] == [second]
    agree(seen, write(seen, UP, over=2, starts=later, ends=later))
    assert holding_on(held(seen), later + timedelta(days=1)) == ()


def test_who_does_not_want_it_like_this_says_why(seen: Visited) -> None:
    plan_id = write(seen, UP)
    answer(seen, plan_id, Party.PROVIDER)
    with pytest.raises(WordsMissing):
        answer(seen, plan_id, Party.PERSON, yes=False)
    answer(seen, plan_id, Party.PERSON, yes=False, words="Not before eight")
    (plan,) = held(seen)
    assert plan.answers[Party.PERSON].words == "Not before eight"
    assert (plan.waits, plan.agreed_on) == (False, None)


def test_each_answers_once_and_in_their_own_voice(seen: Visited) -> None:
    plan_id = write(seen, UP)
    with pytest.raises(NotAskedYet):
        answer(seen, plan_id, Party.PERSON)
    given = DeliveryAnswered(plan_id, Party.PERSON, yes=True)
    about = {"at": moment(STARTS), "on": STARTS, "given": given}
    with pytest.raises(VoiceRefused):
        answer_delivery(by=seen.case.manager, **about)
    for stranger in (seen.case.social_worker, seen.case.commissioner):
        with pytest.raises(DeliveryNotAllowed):
            answer_delivery(by=stranger, **about)
    agree(seen, plan_id)
    with pytest.raises(AnsweredAlready):
        answer(seen, plan_id, Party.PERSON)


def test_an_older_version_and_an_empty_one_are_not_agreed_to(seen: Visited) -> None:
    empty = write(seen)
    with pytest.raises(NoVisits):
        answer(seen, empty, Party.PROVIDER)
    first = write(seen, UP, over=1)
    write(seen, UP, PILLS, over=2)
    with pytest.raises(DeliveryChangedMeanwhile):
        answer(seen, first, Party.PROVIDER)


def test_what_cannot_be_kept_leaves_nothing(seen: Visited) -> None:
    write(seen, UP)
    with pytest.raises(DeliveryChangedMeanwhile):
        write(seen, PILLS, over=0)
    with pytest.raises(QuietTakesAll):
        write(seen, UP, over=1, quiet=(replace(CHAPEL, starts=420, ends=600),))
    stranger = 987_654
    for named in ({"chosen": (stranger,)}, {"never": (stranger,)}):
        with pytest.raises(NotOfTheTeam):
            write(seen, UP, over=1, **named)
    with pytest.raises(NotOfTheTeam):
        write(seen, UP, over=1, chosen=(seen.workers["Mo"],), never=(seen.workers["Mo"],))
    with pytest.raises(WordsMissing):
        write(seen, replace(UP, what=" "), over=1)
    assert DeliveryPlan.objects.count() == 1
    assert AgreedVisit.objects.count() == 1


def test_who_left_the_team_may_stay_chosen_or_turned_away_and_comes_in_no_more(
    seen: Visited,
) -> None:
    sian, mo, dai = (seen.workers[name] for name in ("Siân", "Mo", "Dai"))
    write(seen, UP, chosen=(mo,), never=(dai,))
    gone = STARTS + timedelta(days=7)
    for row in TeamMember.objects.all():
        leave_team(by=seen.case.system, at=moment(gone), member_id=row.pk, on=gone)
    later = gone + timedelta(days=1)
    write(seen, UP, PILLS, over=1, on=later, chosen=(mo,), never=(dai,))
    assert (held(seen)[0].chosen, held(seen)[0].never) == ((mo,), (dai,))
    with pytest.raises(NotOfTheTeam):
        write(seen, UP, over=2, on=later, chosen=(sian,), never=(dai,))
    write(seen, UP, over=2, on=later, never=(dai,))
    with pytest.raises(NotOfTheTeam):
        write(seen, UP, over=3, on=later, chosen=(mo,))


def test_only_her_providers_manager_writes_and_with_a_team_of_its_own(seen: Visited) -> None:
    case = seen.case
    body = OrganisationGiven(OrganisationKind.PROVIDER, "Gofal Arall", "Gofal Arall")
    (rival_id,) = add_organisations(by=case.system, at=moment(STARTS), organisations=[body])
    rival = an_actor(case.system, Role.PROVIDER_MANAGER, rival_id)
    given = DeliveryGiven(seen.herself.id, 0, seen.team_id, STARTS, visits=(UP,))
    for by in (rival, case.social_worker, case.commissioner, case.team_member, seen.herself.actor):
        with pytest.raises(DeliveryNotAllowed):
            write_delivery(by=by, at=moment(STARTS), on=STARTS, given=given)
    theirs, _workers = a_team(replace(case, provider_id=rival_id), ("Eleri",))
    with pytest.raises(TeamNotTheirs):
        write(replace(seen, team_id=theirs), UP)


def test_nothing_agreed_is_changed_or_removed(seen: Visited) -> None:
    write(seen, UP)
    for change in (
        lambda: AgreedVisit.objects.update(latest=600),
        lambda: DeliveryPlan.objects.update(starts=STARTS),
        lambda: AgreedVisit.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_her_day_has_the_visits_of_the_day_in_what_the_quiet_times_leave(seen: Visited) -> None:
    late = replace(UP, earliest=540, latest=720)
    plan_id = write(seen, late, BATH, PILLS, quiet=(replace(CHAPEL, starts=580),))
    ids = [seen.case.council_id, seen.herself.id]
    assert own_day(*ids, STARTS) == OwnDay(False, (), ())
    agree(seen, plan_id)

    def told(day: date) -> list[tuple[str, int, int]]:
        return [(v.what, v.earliest, v.latest) for v in own_day(*ids, day).visits]

    tablets = ("Tablets", 720, 735)
    assert told(STARTS) == [("Getting up", 540, 720), ("Bath", 540, 600), tablets]
    assert told(STARTS + timedelta(days=1)) == [("Getting up", 540, 720), tablets]
    assert told(STARTS + timedelta(days=6)) == [("Getting up", 700, 720), tablets]
    assert told(STARTS - timedelta(days=1)) == []


@pytest.mark.parametrize("minutes", [None, 300])
def test_what_visits_take_changes_no_payment(db: None, minutes: int | None) -> None:
    """R-GW-05: the same period is paid the same with no delivery plan and with a long one."""
    seen = a_visited_person(a_case())
    set_calendar(by=seen.case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    if minutes is not None:
        agree(seen, write(seen, replace(UP, minutes=minutes, long_minutes=300)))
    told = lines(seen.case, run_period(seen.case, ANCHOR))
    assert [(rule, pence, held) for rule, _on, pence, _why, held in told] == [
        ("outcome_payments.instalment", 92767, False)
    ]
    posted = Posting.objects.filter(council_id=seen.case.council_id).order_by("id")
    assert [(row.account.split(":")[0], row.pence) for row in posted] == [
        ("expense", 92767),
        ("payable", -92767),
        ("payable", 92767),
        ("bank", -92767),
    ]
