"""From sign-in to what they come for: those who work for the council and for its providers."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.fixtures.case import (
    STARTS,
    Case,
    a_case,
    a_content,
    a_contract,
    a_draft,
    a_person,
    an_actor,
    an_agreed_plan,
    answer,
    moment,
    propose,
)
from tests.fixtures.databases import Database
from tests.fixtures.paid import TODAY, a_paid_case
from tests.insight.test_dashboard_figures import ON, reviewed
from tests.journeys.walking import SEEN, Walk, walks
from whatmatters.access.models import Membership, User
from whatmatters.access.services import mark_installation
from whatmatters.outcomes.models import Outcome
from whatmatters.outcomes.queries import referrals_of, version_facts
from whatmatters.outcomes.services import AskedFor, ask_for_support
from whatmatters.payments.models import Contest, JournalEntry, PaymentRun
from whatmatters.payments.services import contest_penalty
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Party, WayInStep
from whatmatters.rules.people import Language
from whatmatters.rules.roles import InstallationKind, Role

pytestmark = pytest.mark.browser
ENOUGH_TO_TELL = 8
TWO_PERIODS = STARTS + timedelta(days=56)


def a_council(on: Any = STARTS) -> Case:
    """A council whose database stands on a day."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(on), as_of=on)
    return a_case()


def test_the_social_worker_goes_from_a_conversation_to_an_agreement(
    own_database: Database, site: str, browser_page: Any
) -> None:
    case = a_council()
    contract_id = a_contract(case)
    walk = walks(browser_page, site, case.system, STARTS)
    for language, width in SEEN:
        her = a_person(case, f"Mair {language}")
        nia = walk(case.social_worker, language, width, "social_worker")
        nia.follow("person_list")
        nia.follow("record", her.id)
        nia.follow("conversation_new", her.id)
        nia.on(STARTS)
        nia.say(spoken="cy", strengths="Mae’n coginio.")
        nia.send()
        nia.say(words="Canu yn y côr efo Nel", spoken="cy", speaker="own_words")
        nia.send()
        nia.onward(reverse("record", args=[her.id]))
        nia.follow("outcome_new", her.id)
        nia.say(statement="Dw i’n canu eto", spoken="cy", set_by="own_words", kind="improvement")
        nia.say(category="community", test="Tri chyngerdd", weeks="12")
        nia.say(observable="Mae pawb yn ei chlywed", attributable="Y tîm sy’n mynd â hi")
        nia.send()
        wanted = Outcome.objects.get(person_id=her.id)
        draft = a_draft(case, her.id, contract_id, a_content([wanted.pk]))
        propose(case, draft.version_id)
        for party in (Party.PERSON, Party.PROVIDER):
            answer(case, her, draft.version_id, party)
        nia.home()
        nia.follow("plan_answer", draft.version_id)
        nia.say(answer="agreed")
        nia.send()
        assert version_facts([draft.version_id])[draft.version_id].state is PlanState.AGREED


def test_the_broker_sends_on_somebody_who_waits(
    own_database: Database, site: str, browser_page: Any
) -> None:
    case = a_council()
    a_contract(case)
    broker = an_actor(case.system, Role.BROKER, case.council_organisation_id, "Bet Owen")
    walk = walks(browser_page, site, case.system, STARTS)
    for language, width in SEEN:
        her = a_person(case, f"Mair {language}")
        asked = AskedFor(her.id, STARTS, "Help i gael bath", Language.WELSH)
        made = ask_for_support(by=case.social_worker, at=moment(STARTS), asked=asked, owner_id=None)
        bet = walk(broker, language, width, "broker")
        bet.follow("people_waiting")
        bet.follow("referral", made)
        bet.say(step="routed")
        bet.on(STARTS)
        bet.send()
        bet.reads("Gofal Afon", "Gofal Afon")
        (path,) = referrals_of(her.id, council_id=case.council_id)
        assert path.now is WayInStep.ROUTED


def test_the_commissioner_goes_from_a_figure_to_its_cases_and_decides_a_contest(
    own_database: Database, site: str, browser_page: Any
) -> None:
    paid = a_paid_case(ON)
    case, at = paid.case, moment(TODAY)
    contract_id = a_contract(case, "A/1", leads=False)
    for number in range(ENOUGH_TO_TELL):
        reviewed(case, contract_id, f"Person {number}", (10, 4))
    first = paid.ids["finding_id"]
    words = "Nid ni oedd ar fai."
    other = contest_penalty(by=case.manager, at=at, on=TODAY, finding_id=first, words=words)
    walk = walks(browser_page, site, case.system, ON)
    for (language, width), contest_id in zip(SEEN, (paid.ids["contest_id"], other), strict=True):
        huw = walk(case.commissioner, language, width, "commissioner")
        huw.follow("contest_decide", contest_id)
        huw.say(outcome="withdrawn", reason="Dywedodd y darparwr mewn pryd.")
        huw.send()
        assert Contest.objects.get(pk=contest_id).decision.outcome == "withdrawn"
        huw.home()
        huw.onward("/dashboard/behind/")
        huw.onward("/people/")  # one person's figures
        huw.onward("/people/")  # and her record
        assert huw.page.locator("main #outcomes").count() == 1


def test_one_finance_officer_proposes_and_the_other_releases(
    own_database: Database, site: str, browser_page: Any
) -> None:
    case = a_council(TWO_PERIODS)
    an_agreed_plan(case, a_person(case), a_contract(case))
    walk = walks(browser_page, site, case.system, TWO_PERIODS)
    for language, width in SEEN:
        ann = walk(case.finance, language, width, "finance_officer")
        ann.follow("run_list")
        ann.follow("run_calendar")
        ann.is_refused()
    ann.on(STARTS, "anchor")
    ann.say(sure="on")
    ann.send()
    for language, width in SEEN:
        ann = walk(case.finance, language, width, "finance_officer")
        ann.follow("run_list")
        ann.send()
        run_id = PaymentRun.objects.latest("pk").pk
        tom = walk(case.finance_two, language, width, "finance_officer-two")
        tom.follow("run", run_id)
        tom.follow("run_release", run_id)
        tom.send()
        assert PaymentRun.objects.get(pk=run_id).state == "released"
        tom.onward(reverse("ledger"))  # what that run posted
        tom.reads("Outcome payments: instalment", "Taliadau canlyniadau: rhandaliad")
        posted = JournalEntry.objects.filter(run_id=run_id, agreement__isnull=False)
        tom.follow("ledger_entry", posted.latest("pk").pk)
        tom.reads("How it was worked", "Sut y gweithiwyd ef allan")


def test_scrutiny_reads_how_a_figure_is_worked_out_and_takes_it_away(
    own_database: Database, site: str, browser_page: Any
) -> None:
    case = a_council()
    scrutiny = an_actor(case.system, Role.SCRUTINY, case.council_organisation_id, "Sian Scrutiny")
    walk = walks(browser_page, site, case.system, STARTS)
    for language, width in SEEN:
        sian = walk(scrutiny, language, width, "scrutiny")
        sian.reads("Too few to tell", "Rhy ychydig i ddweud")
        with sian.page.expect_download() as taken:
            sian.page.locator("main a[href*=csv]").first.click()
        table = taken.value.path().read_text(encoding="utf-8-sig")
        assert len(table.splitlines()) > 5
        sian.follow("dashboard_method")
        assert sian.page.locator("main h2").count() > 5


def test_the_administrator_gives_an_account_and_one_more_role(
    own_database: Database, site: str, browser_page: Any
) -> None:
    case = a_council()
    body = case.council_organisation_id
    administrator = an_actor(case.system, Role.ADMINISTRATOR, body, "Gwen Puw")
    walk = walks(browser_page, site, case.system, STARTS)
    for language, width in SEEN:
        gwen = walk(administrator, language, width, "administrator")
        _gives_an_account(gwen, name := f"elin-{language}")
        new = User.objects.get(username=name)
        gwen.onward(reverse("user", args=[new.pk]))
        gwen.follow("user_role_give", new.pk)
        gwen.say(role="broker", why="covers")
        gwen.on(STARTS, "starts")
        gwen.send()
        held = Membership.objects.filter(user_id=new.pk).values_list("role", flat=True)
        assert sorted(held) == ["broker", "social_worker"]


def _gives_an_account(gwen: Walk, name: str) -> None:
    gwen.follow("user_add")
    gwen.say(
        name="Elin Hughes", username=name, language="cy", role="social_worker", why="starts_work"
    )
    gwen.on(STARTS, "starts")
    gwen.send()
    gwen.reads("Elin Hughes", "Elin Hughes")
