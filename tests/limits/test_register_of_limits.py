"""The register as it is written: newer versions, queries, and what is refused by which name."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from django.db import DatabaseError, transaction

from tests.fixtures.case import STARTS, Case, a_case, moment
from tests.fixtures.limited import QUERY, RULE, a_board, a_limit, asked, given, of_board
from whatmatters.limits.models import Limit, LimitQuery, LimitVersion
from whatmatters.limits.queries import limits, query_versions, versions
from whatmatters.limits.queries.refusals import (
    AnsweredBeforeAsked,
    DayAhead,
    LastBeforeFirst,
    LimitChanged,
    LimitsNotAllowed,
    LinkNotOfTheWeb,
    NotABoard,
    NotInThoseHands,
    NotOwnBoard,
    QueryChanged,
    SinceWhenMissing,
    UnknownWay,
)
from whatmatters.limits.services import (
    AnswerGiven,
    ask_query,
    correct_limit,
    keep_limit,
    tell_query,
)
from whatmatters.rules.limits import Effect, Hands, LimitKind
from whatmatters.rules.refusals import Absent
from whatmatters.rules.word_refusals import WordsMissing, WordsTooLong

JUNE = date(2026, 6, 1)
GONE = AnswerGiven(date(2026, 5, 4), "It goes.", Effect.GONE, JUNE)


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


def right(case: Case, limit_id: int, seen: int = 1, why: str = "A slip", **other: object) -> int:
    keep = partial(correct_limit, by=case.commissioner, at=moment(JUNE), limit_id=limit_id)
    return keep(given=given(**other), seen=seen, why=why)


def test_what_was_wrong_is_put_right_by_a_newer_version_and_the_older_one_stays(case: Case) -> None:
    one = a_limit(case)
    assert right(case, one, ways=("outcome_payments", "bundled_hours")) == one  # the same again
    assert LimitVersion.objects.count() == 1
    right(case, one, ends=date(2026, 12, 31), blocks="Saved hours are never charged.")
    (held,) = limits(case.council_id)
    assert (held.number, held.blocks, held.ends) == (
        2,
        "Saved hours are never charged.",
        date(2026, 12, 31),
    )
    assert held.ways == ("outcome_payments", "bundled_hours")
    ever = versions(case.council_id, one)
    assert [(said.number, said.why, said.ends) for said in ever] == [
        (2, "A slip", date(2026, 12, 31)),
        (1, "", None),
    ]
    with pytest.raises(LimitChanged):
        right(case, one, seen=1, blocks="Something else")
    with pytest.raises(WordsMissing):
        right(case, one, seen=2, why=" ", blocks="Something else")
    assert LimitVersion.objects.count() == 2


def test_nothing_of_it_is_changed_or_removed(case: Case) -> None:
    asked(case, a_limit(case))
    for table in (Limit, LimitVersion, LimitQuery):
        with pytest.raises(DatabaseError), transaction.atomic():
            table.objects.all().delete()
        with pytest.raises(DatabaseError), transaction.atomic():
            table.objects.update(at=moment(JUNE))


def test_a_query_its_answer_and_what_follows(case: Case) -> None:
    one = a_limit(case)
    asked(case, one)
    (held,) = limits(case.council_id)
    assert [(query.whom, query.question) for query in held.waiting] == [
        ("The ministry", "May a saved hour be charged when used?")
    ]
    tell = partial(tell_query, by=case.commissioner, at=moment(JUNE), limit_id=one, query=1)
    tell(given=replace(QUERY, answer=GONE), seen=1)
    tell(given=replace(QUERY, answer=GONE), seen=1)  # the same again is no new row
    (held,) = limits(case.council_id)
    assert held.waiting == ()
    assert [held.state(day) for day in (date(2026, 3, 31), date(2026, 5, 31), JUNE)] == [
        *("to_come", "stands", "over")
    ]
    # It was misread: nothing goes. The first answer stays to be read.
    stays = AnswerGiven(date(2026, 5, 4), "It does not go.", Effect.STANDS, JUNE)
    with pytest.raises(QueryChanged):
        tell(given=replace(QUERY, answer=stays), seen=1)
    tell(given=replace(QUERY, answer=stays), seen=2)
    (held,) = limits(case.council_id)
    assert held.state(JUNE) == "stands"
    ever = query_versions(case.council_id, one)
    assert [(query.number, query.answer, query.effect_from) for query in ever] == [
        (3, "It does not go.", None),
        (2, "It goes.", JUNE),
        (1, "", None),
    ]


def test_what_is_not_kept_by_its_name(case: Case) -> None:
    board, _gwen = a_board(case)
    body = {"hands": Hands.BODY, "kind": LimitKind.BOARD_CAPACITY}
    refused = (
        (NotInThoseHands, {"kind": LimitKind.BOARD_POLICY}),
        (NotInThoseHands, {"hands": Hands.BODY, "body_id": board}),
        (NotABoard, {**body, "body_id": case.provider_id}),
        (Absent, {**body, "body_id": case.council_organisation_id}),
        (Absent, {**body, "body_id": 10**9}),
        (UnknownWay, {"ways": ("bundled_hours", "magic")}),
        (LastBeforeFirst, {"ends": date(2026, 3, 31)}),
        (DayAhead, {"written_on": date(2026, 4, 7)}),
        (WordsMissing, {"blocks": " "}),
        (WordsMissing, {"hands": Hands.OTHER}),
        (WordsTooLong, {"written_in": "x" * 201}),
        *((LinkNotOfTheWeb, {"link": link}) for link in ("javascript:alert(1)", "https://", "a b")),
        (LinkNotOfTheWeb, {"link": "https://[wrong"}),
    )
    for name, other in refused:
        with pytest.raises(name):
            a_limit(case, **other)
    for nobody in (case.finance, case.manager, case.social_worker):
        with pytest.raises(LimitsNotAllowed):
            keep_limit(by=nobody, at=moment(STARTS), given=RULE)
    assert Limit.objects.count() == 0
    assert a_limit(case, link="https://example.org/rules?paragraph=4", written_on=STARTS)


def test_what_is_not_written_of_a_query(case: Case) -> None:
    one = a_limit(case)
    asked(case, one)
    tell = partial(tell_query, by=case.commissioner, at=moment(JUNE), limit_id=one, seen=1)
    refused = (
        (DayAhead, replace(GONE, on=date(2026, 6, 2))),
        (AnsweredBeforeAsked, replace(GONE, on=date(2026, 4, 6))),
        (SinceWhenMissing, replace(GONE, since=None)),
        (WordsMissing, replace(GONE, words=" ")),
    )
    for name, answer in refused:
        with pytest.raises(name):
            tell(query=1, given=replace(QUERY, answer=answer))
    with pytest.raises(Absent):
        tell(query=2, given=QUERY)
    with pytest.raises(DayAhead):
        ask_query(by=case.commissioner, at=moment(STARTS), limit_id=one, given=QUERY)
    assert LimitQuery.objects.count() == 1


def test_a_boards_commissioner_writes_of_its_own_board_alone(case: Case) -> None:
    board, gwen = a_board(case)
    other, _somebody = a_board(case, "Another board")
    nation = a_limit(case)
    theirs = keep_limit(by=gwen, at=moment(STARTS), given=of_board(board))
    for wrong in (RULE, of_board(other), of_board(board, hands=Hands.OTHER, holder="Us")):
        with pytest.raises(NotOwnBoard):
            keep_limit(by=gwen, at=moment(STARTS), given=wrong)
    change = partial(correct_limit, by=gwen, at=moment(JUNE), seen=1, why="It was narrower")
    with pytest.raises(NotOwnBoard):
        change(limit_id=theirs, given=of_board(other))
    with pytest.raises(Absent):
        change(limit_id=nation, given=of_board(board))
    with pytest.raises(Absent):
        ask_query(by=gwen, at=moment(JUNE), limit_id=nation, given=QUERY)
    change(limit_id=theirs, given=of_board(board, blocks="Nurses are led by nurses."))
    (held,) = limits(case.council_id, body_id=board)
    assert (held.id, held.blocks, held.by_id) == (theirs, "Nurses are led by nurses.", gwen.user_id)


def test_another_councils_register_is_not_here(case: Case) -> None:
    one = a_limit(case)
    there = a_case("W06000001")
    assert limits(there.council_id) == limits(there.council_id, ids=[one]) == ()
    assert versions(there.council_id, one) == query_versions(there.council_id, one) == ()
    with pytest.raises(Absent):
        ask_query(by=there.commissioner, at=moment(JUNE), limit_id=one, given=QUERY)
