"""The agreement by three with the keyboard alone: from sign-in to agreed, focus always seen."""

from typing import Any

import pytest

from tests.fixtures.case import STARTS, a_case, a_contract, a_draft, a_person, moment, propose
from tests.fixtures.databases import Database
from tests.journeys.looking import arriving
from tests.journeys.signing_in import PASSWORD
from whatmatters.access.models import User
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation, remember_language, set_password
from whatmatters.outcomes.queries import version_facts
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.browser
MOST_STOPS = 90
# What has the focus: what it is called, and whether anything on the screen shows that it has it.
FOCUSED = """() => {
  const e = document.activeElement
  if (e === document.body) return ['', true]
  const label = e.labels && e.labels[0]
  const told = (label || e).innerText || e.getAttribute('aria-label') || e.value || ''
  const marks = [getComputedStyle(e)]
  if (label) marks.push(getComputedStyle(label, '::before'))
  const seen = marks.some(s => s.outlineStyle !== 'none' || s.boxShadow !== 'none')
  return [told.trim(), seen]
}"""


def to(page: Any, words: str) -> None:
    """Tab to what is called `words`; every stop on the way shows that it has the focus."""
    passed = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        told, seen = page.evaluate(FOCUSED)
        assert seen, f"{page.url}: the focus on “{told}” cannot be seen"
        passed.append(told)
        if told.startswith(words):
            return
    raise AssertionError(f"{page.url}: no key leads to “{words}”: {passed}")


def enter(page: Any) -> None:
    """Press Enter and wait for the page that it leads to."""
    with arriving(page):
        page.keyboard.press("Enter")


def arrived(page: Any, site: str, actor: Actor, words: tuple[str, str, str]) -> None:
    """Sign in by the keyboard: name, password, Enter."""
    name, password, button = words
    page.goto(f"{site}/sign-in/")
    to(page, name)
    page.keyboard.type(User.objects.get(pk=actor.user_id).username)
    to(page, password)
    page.keyboard.type(PASSWORD)
    to(page, button)
    enter(page)


def reader(browser_page: Any, system: Actor, actor: Actor, language: str, width: int) -> Any:
    """A browser for somebody who has a password and a language."""
    set_password(by=system, at=moment(STARTS), user_id=actor.user_id, password=PASSWORD)
    remember_language(user_id=actor.user_id, language=language)
    return browser_page(language, width)


def test_three_agree_to_a_plan_by_the_keyboard_alone(
    own_database: Database, site: str, browser_page: Any
) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    mair = a_person(case)
    draft = a_draft(case, mair.id, a_contract(case))
    propose(case, draft.version_id)
    english = ("User name", "Password", "Sign in")
    welsh = ("Enw defnyddiwr", "Cyfrinair", "Mewngofnodi")
    three = (
        (mair.actor, "cy", 390, welsh, "Rwy’n cytuno i’r cynllun hwn", "Anfon fy ateb"),
        (case.manager, "en-gb", 1280, english, "I agree to this plan", "Send my answer"),
        (case.social_worker, "en-gb", 1280, english, "I agree to this plan", "Send my answer"),
    )
    for actor, language, width, words, agree, send in three:
        page = reader(browser_page, case.system, actor, language, width)
        arrived(page, site, actor, words)
        find_the_plan(page, own=actor is mair.actor)
        to(page, send)
        enter(page)
        # Nothing was chosen: the summary has the focus, and its link leads to the question.
        assert "govuk-error-summary" in page.evaluate("document.activeElement.className")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert agree in page.evaluate(FOCUSED)[0]
        page.keyboard.press("Space")
        to(page, send)
        enter(page)
    assert version_facts([draft.version_id])[draft.version_id].state is PlanState.AGREED


def find_the_plan(page: Any, *, own: bool) -> None:
    """From the first page to the form of the answer."""
    if own:
        to(page, "Ai dyma’r cynllun yr ydych am ei gael?")
    else:
        to(page, "My people")
        enter(page)
        to(page, "Mair Rees")
        enter(page)
        to(page, "Answer the plan")
    enter(page)
