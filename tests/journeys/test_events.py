"""The small pages of what happens, in a browser: opened, and with an error beside its field."""

from typing import Any

import pytest
from django.urls import reverse

from tests.fixtures.case import moment
from tests.fixtures.case_pages import ENDS, a_case_to_look_at
from tests.fixtures.databases import Database
from tests.journeys.looking import assert_accessible, shot
from tests.journeys.signing_in import signed_in
from whatmatters.outcomes.services import raise_exception
from whatmatters.rules.outcomes import ExceptionReason

pytestmark = pytest.mark.browser
SEEN = (("en-gb", 320), ("cy", 1280))
EMPTY = """for (const box of document.querySelectorAll(
    '#page-form input[type=text], #page-form textarea')) box.value = ''"""
ASKS = {
    "note_write", "need_write", "hospital_stay", "death_record", "case_close", "exception_answer",
    "judgement_family", "small_change", "exception_raise",
}  # fmt: skip


def test_pages_of_what_happens_are_accessible(
    own_database: Database, site: str, browser_page: Any
) -> None:
    shown = a_case_to_look_at()
    case, person, judged = shown.case, shown.ifan.id, shown.judged_id
    exception_id = raise_exception(
        by=case.manager,
        at=moment(ENDS),
        version_id=judged,
        reason=ExceptionReason.CARER_CHANGED,
        words="Cai has gone to sea.",
    )
    nia = {
        "note_write": person,
        "need_write": person,
        "hospital_stay": person,
        "death_record": person,
        "case_close": person,
        "exception_answer": exception_id,
        "urgent_start": shown.proposed_id,
        "judgement_family": shown.judgement_id,
        "plan_version": judged,
    }
    beth = {"small_change": judged, "exception_raise": judged, "plan_version": shown.proposed_id}
    for language, width in SEEN:
        for actor, pages in ((case.social_worker, nia), (case.manager, beth)):
            page = signed_in(browser_page, site, case.system, actor, ENDS, language, width)
            for name, pk in pages.items():
                page.goto(site + reverse(name, args=[pk]))
                assert_accessible(page)
                shot(page, f"event-{name}-{language}-{width}")
                if name in ASKS:
                    page.evaluate(EMPTY)
                    page.locator("#page-form button").first.click()
                    page.locator(".govuk-error-summary").wait_for()
                    assert_accessible(page)
                    shot(page, f"event-{name}-errors-{language}-{width}")
