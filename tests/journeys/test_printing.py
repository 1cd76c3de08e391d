"""On paper: a plan on two sides of A4, in large print and the person's language; other pages."""

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from tests.fixtures.case import (
    STARTS,
    Case,
    a_contract,
    a_draft,
    a_new_outcome,
    a_new_person,
    moment,
)
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.fixtures.databases import Database
from tests.journeys.looking import assert_accessible, shot
from tests.journeys.signing_in import signed_in
from whatmatters.outcomes.services import set_outcomes
from whatmatters.people.services import register_people
from whatmatters.rules.outcomes import Deliverer
from whatmatters.rules.people import Language
from whatmatters.rules.plans import PlanContent, PlannedLine, PlannedOutcome

pytestmark = pytest.mark.browser
# CSS counts 96 of its pixels to an inch, printers 72 points.
SIXTEEN_POINT = 16 * 96 / 72
# A sheet of A4 within its margins of 15 and 14 mm.
A4 = {"width": 680, "height": 1017}

SIZES = """
[...document.querySelectorAll('.wm-sheet :is(p,li,th,td,h1,h2,h3)')]
    .map(e => parseFloat(getComputedStyle(e).fontSize))
"""


def paper(page: Any, name: str) -> int:
    """Print a page to PDF; how many sides it has."""
    printed: bytes = page.pdf(prefer_css_page_size=True, print_background=False)
    folder = os.environ.get("WHATMATTERS_SHOTS")
    if folder:
        (Path(folder) / f"{name}.pdf").write_bytes(printed)
    return len(re.findall(rb"/Type\s*/Page\b", printed))


@pytest.fixture
def shown(own_database: Database) -> Shown:
    """The case, in a database that the site serves."""
    return a_case_to_look_at()


def test_a_plan_prints_on_two_sides_in_her_language(
    shown: Shown, site: str, browser_page: Any
) -> None:
    page = signed_in(browser_page, site, shown.case.system, shown.case.manager, ENDS)
    page.goto(site + reverse("plan_print", args=[shown.judged_id]))
    assert_accessible(page)
    shot(page, "paper-screen-1280")
    # Ifan speaks Welsh: his paper does too, though his provider's manager reads in English.
    assert page.locator("html").get_attribute("lang") == "cy"
    text = page.locator("main").inner_text()
    assert "Pwy i’w ffonio" in text
    assert "Cynllun Ifan" in page.title()
    assert "£" not in text
    assert "munud" not in text
    page.emulate_media(media="print")
    assert page.get_by_text("Argraffwch ef o’ch porwr").is_hidden()
    sizes = page.evaluate(SIZES)
    assert min(sizes) >= SIXTEEN_POINT
    assert paper(page, "paper-plan") == 2
    page.set_viewport_size(A4)
    shot(page, "paper-plan-print")
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(media="screen")
    assert_accessible(page)
    shot(page, "paper-screen-320")


# Outcomes, and lines of each of two who do something: sides, and whether the page says it is long.
# Eight and eight are as many as a plan usually has.
FULL = {(3, 1): (2, False), (8, 4): (2, False), (8, 8): (2, False), (20, 15): (4, True)}


def a_plan_of(case: Case, language: Language, outcomes: int, lines: int) -> int:
    """The version of a plan with so many outcomes, and so many lines of each who does something."""
    who = replace(a_new_person(case, f"{language} {outcomes}"), language=language)
    (person_id,) = register_people(by=case.system, at=moment(STARTS), people=[who])
    told = [f"I walk to the bench above the lifeboat, {n}" for n in range(outcomes)]
    new = [replace(a_new_outcome(person_id, words), language=language) for words in told]
    ids = set_outcomes(by=case.social_worker, at=moment(STARTS), outcomes=new)
    content = PlanContent(
        starts=STARTS,
        ends=ENDS,
        review_on=ENDS,
        lines=tuple(
            PlannedLine(f"The walk to the bench and back, {n}", by, deliverer_name=name, cost=0)
            for by, name in ((Deliverer.PROVIDER, ""), (Deliverer.FAMILY, "Her daughter Cadi"))
            for n in range(lines)
        ),
        outcomes=tuple(PlannedOutcome(pk, payable=True) for pk in ids),
    )
    contract_id = a_contract(case, f"{language}-{outcomes}-{lines}", leads=False)
    return a_draft(case, person_id, contract_id, content).version_id


@pytest.mark.parametrize(
    ("language", "long"),
    [(Language.ENGLISH, "more than two sides"), (Language.WELSH, "mwy na dwy ochr")],
)
def test_a_full_plan_stays_on_two_sides_and_one_that_cannot_says_so(
    shown: Shown, site: str, browser_page: Any, language: Language, long: str
) -> None:
    case = shown.case
    page = signed_in(browser_page, site, case.system, case.manager, ENDS)
    told = {}
    for outcomes, lines in FULL:
        version_id = a_plan_of(case, language, outcomes, lines)
        page.goto(site + reverse("plan_print", args=[version_id]))
        says = long in page.locator("body").inner_text()
        page.emulate_media(media="print")
        sizes = page.evaluate(SIZES)
        assert min(sizes) >= SIXTEEN_POINT
        told[outcomes, lines] = (paper(page, f"paper-{language}-{outcomes}-{lines}"), says)
        page.emulate_media(media="screen")
    assert told == FULL


def test_other_pages_print_without_their_buttons(
    shown: Shown, site: str, browser_page: Any
) -> None:
    page = signed_in(browser_page, site, shown.case.system, shown.case.manager, ENDS)
    page.set_viewport_size(A4)
    for name, address in {
        "record": reverse("record", args=[shown.ifan.id]),
        "plan": reverse("plan_version", args=[shown.proposed_id]),
        "answer": reverse("plan_answer", args=[shown.proposed_id]),
    }.items():
        page.goto(site + address)
        page.emulate_media(media="print")
        assert paper(page, f"paper-{name}") <= 8, name
        shot(page, f"paper-{name}-of-the-site")
        seen = page.locator(".govuk-button:visible, nav:visible, .govuk-back-link:visible")
        assert seen.count() == 0, name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
