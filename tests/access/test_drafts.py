"""What was typed and not sent: kept for its writer alone, apart for each window, gone when sent."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.fixtures.case import STARTS, a_case, moment
from whatmatters.access.models import AuditEvent, Draft
from whatmatters.access.queries.drafts import drafts_at, drafts_of, typed_in
from whatmatters.access.services import (
    DraftPlace,
    DraftTooLong,
    finish_draft,
    keep_draft,
    throw_draft_away,
)
from whatmatters.config.ticking import tick

AT = moment(STARTS)
HERE = "/plans/7/answer/"
PAGE, OTHER_PAGE = UUID(int=1), UUID(int=2)


@pytest.fixture
def place(db: None) -> DraftPlace:
    """A social worker's own draft at one address."""
    worker = a_case().social_worker
    return DraftPlace(worker.user_id, worker.council_id, HERE, uuid4(), uuid4())


def words(place: DraftPlace, *, at=AT) -> dict[str, list[str]] | None:
    return typed_in(place.user_id, place.key, HERE, council_id=place.council_id, at=at)


def keep(place: DraftPlace, said: str, page: UUID = PAGE, at=AT) -> DraftPlace | None:
    return keep_draft(by=place, page=page, typed={"words": [said]}, at=at)


def test_the_newest_words_of_a_page_are_kept(place: DraftPlace) -> None:
    keep(place, "The s")
    keep(place, "The sea")
    assert words(place) == {"words": ["The sea"]}
    assert len(drafts_at(place.user_id, HERE, council_id=place.council_id, at=AT)) == 1


def test_nobody_else_reads_them(place: DraftPlace) -> None:
    keep(place, "The sea")
    other = replace(place, user_id=a_case("W06000001").social_worker.user_id)
    assert words(other) is None
    assert words(replace(place, council_id=other.council_id + 100)) is None
    assert drafts_of(other.user_id, council_id=place.council_id, at=AT) == ()


def test_they_go_on_their_day(place: DraftPlace) -> None:
    keep(place, "The sea")
    assert words(place, at=AT + timedelta(days=13, hours=23)) == {"words": ["The sea"]}
    assert words(place, at=AT + timedelta(days=14)) is None
    assert Draft.objects.count() == 1
    keep(replace(place, key=uuid4()), "A walk", at=AT + timedelta(days=14))
    assert [row.typed for row in Draft.objects.all()] == [{"words": ["A walk"]}]


def test_the_tick_removes_what_has_passed_its_day(place: DraftPlace) -> None:
    keep(place, "The sea")
    tick(AT + timedelta(days=13))
    assert Draft.objects.count() == 1
    tick(AT + timedelta(days=14))
    assert Draft.objects.count() == 0


def test_a_second_window_keeps_its_words_apart(place: DraftPlace) -> None:
    keep(place, "First")
    # Both windows were opened on what stood there then.
    opened = replace(place, seen=PAGE)
    taken = keep(opened, "First, and more", OTHER_PAGE)
    assert taken == replace(place, seen=OTHER_PAGE)
    apart = keep(place, "First, but not that", PAGE)
    assert apart is not None
    assert apart.key != place.key
    assert words(place) == {"words": ["First, and more"]}
    assert words(apart) == {"words": ["First, but not that"]}


def test_what_is_sent_is_gone_and_a_late_save_does_not_bring_it_back(place: DraftPlace) -> None:
    keep(place, "The sea")
    finish_draft(by=place, page=PAGE, at=AT)
    assert words(place) is None
    assert keep(place, "The sea") is None
    assert drafts_of(place.user_id, council_id=place.council_id, at=AT) == ()
    assert [row.typed for row in Draft.objects.all()] == [{}]


def test_a_form_sent_before_anything_was_kept_is_not_begun_by_a_late_save(
    place: DraftPlace,
) -> None:
    finish_draft(by=place, page=PAGE, at=AT)
    assert keep(place, "The sea") is None


def test_sending_one_window_leaves_what_another_wrote(place: DraftPlace) -> None:
    keep(replace(place, seen=PAGE), "Another window", OTHER_PAGE)
    finish_draft(by=place, page=PAGE, at=AT)
    assert words(place) == {"words": ["Another window"]}
    finish_draft(by=place, page=OTHER_PAGE, at=AT)
    after = keep(replace(place, seen=OTHER_PAGE), "Still open here", UUID(int=3))
    assert after is not None
    assert words(after) == {"words": ["Still open here"]}


def test_thrown_away_is_gone_and_twice_is_harmless(place: DraftPlace) -> None:
    keep(place, "The sea")
    for _ in range(2):
        throw_draft_away(by=place)
    assert Draft.objects.count() == 0


def test_more_than_somebody_can_have_typed_is_refused(place: DraftPlace) -> None:
    with pytest.raises(DraftTooLong):
        keep(place, "x" * 200_001)
    assert Draft.objects.count() == 0


def test_words_leave_no_trace_in_the_audit_trail(place: DraftPlace) -> None:
    before = AuditEvent.objects.count()
    keep(place, "The sea")
    finish_draft(by=place, page=PAGE, at=AT)
    assert AuditEvent.objects.count() == before
