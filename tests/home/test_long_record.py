"""A record that has grown long: everything that happened is on some page, once and in its order."""

import re
from datetime import timedelta

from django.urls import reverse

from tests.fixtures.case import STARTS, a_contract, moment
from tests.fixtures.case_pages import ENDS, a_case_to_look_at
from tests.fixtures.judged import a_planned_version, judge
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.outcomes.services import write_note
from whatmatters.people.models import Assignment
from whatmatters.rules.people import Language


def test_what_happened_and_who_works_with_her_are_paged(db: None) -> None:
    shown = a_case_to_look_at()
    by, on = shown.case.social_worker, ENDS - timedelta(days=3)
    for number in range(70):
        write_note(
            by=by,
            at=moment(ENDS),
            person_id=shown.ifan.id,
            on=on - timedelta(days=number // 7),
            words=f"Walk {number}.",
            language=Language.ENGLISH,
        )
    own = browser_of(shown.ifan.actor)

    def read(name: str, query: str = "") -> str:
        page = own.get(reverse(name, args=[shown.ifan.id]) + query).content.decode()
        assert faults(page) == []
        return page

    pages = [read("record", query) for query in ("", "?page=2", "?page=3", "?page=4")]
    assert len(re.findall(r"Walk \d+\.", pages[1])) == 30
    walks = re.findall(r"Walk \d+\.", "".join(pages))
    assert sorted(walks) == sorted(f"Walk {number}." for number in range(70))
    assert "What happened later" not in pages[0]
    assert 'href="?page=2#happening"' in pages[0]
    assert 'href="?#happening"' in pages[1]
    assert "What happened earlier" not in pages[3]
    assert "Nothing on this page of what happened" in read("record", "?page=999999999")

    written = {"council_id": by.council_id, "by_id": by.user_id, "at": moment(ENDS)}
    Assignment.objects.bulk_create(
        Assignment(person_id=shown.ifan.id, user_id=by.user_id, starts=on, **written)
        for _ in range(30)
    )
    counted = [read("workers", query).count('<th scope="row">') for query in ("", "?page=2")]
    assert counted[0] == 25
    assert sum(counted) == Assignment.objects.filter(person_id=shown.ifan.id).count()


def test_every_review_is_on_some_page(db: None) -> None:
    shown = a_case_to_look_at()
    case, contract_id = shown.case, a_contract(shown.case, "OLD/1", leads=False)
    for number in range(12):
        starts = STARTS - timedelta(weeks=12 * (number + 2))
        ends = starts + timedelta(days=83)
        planned = a_planned_version(case, shown.ifan, contract_id, starts=starts, ends=ends)
        judge(case, planned, tenths=(10, 5), on=ends)
    own = browser_of(shown.ifan.actor)

    def titles(query: str = "") -> tuple[str, list[str]]:
        page = own.get(reverse("record", args=[shown.ifan.id]) + query).content.decode()
        assert faults(page) == []
        going = page.partition('id="going"')[2].partition("</section>")[0]
        return going, re.findall(r"<h3[^>]*>(.*?)</h3>", going)

    pages = [titles(query) for query in ("", "?reviews=2", "?reviews=3", "?reviews=99")]
    assert [len(found) for _, found in pages] == [6, 6, 1, 1]
    assert len({title for _, found in pages[:3] for title in found}) == 13
    assert "Later reviews" not in pages[0][0]
    assert 'href="?reviews=2#going"' in pages[0][0]
    assert 'href="?#going"' in pages[1][0]
    assert 'href="?reviews=3#going"' in pages[1][0]
    assert pages[2] == pages[3]
    assert pages[2][0].count("Earlier reviews") == 0
