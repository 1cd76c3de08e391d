"""Words about guarded rows stand beside them: they go, and the guarded rows stay to the letter."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps

from tests.exchange.held import live
from tests.fixtures.case import an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from whatmatters.access.models import AuditEvent
from whatmatters.access.queries import verify_audit
from whatmatters.exchange.queries.taking_out import asked_by
from whatmatters.exchange.services.party_export import ask_to_take_out
from whatmatters.outcomes.queries.unchanged import unchanged_answers
from whatmatters.outcomes.services.closing import close_case
from whatmatters.people.models import Person
from whatmatters.retention.queries import Due, due
from whatmatters.retention.services import apply_retention
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.retention import RetentionKey
from whatmatters.rules.roles import Role
from whatmatters.trust.queries import consents_of, openings_of
from whatmatters.trust.queries.addresses import guard_of, quoted_in

MUCH_LATER = date(2050, 1, 1)
BESIDE = {
    ("consenthelper", "helped_by"),
    ("openingreason", "reason"),
    ("openingreviewwords", "words"),
    ("addressguardwords", "address"),
    ("addressguardwords", "reason"),
    ("addressquotedreason", "reason"),
    ("unchangedwords", "words"),
    ("controlwords", "words"),
}

GUARDED = {
    *("consent", "opening", "openingreview", "addressguard", "addressquoted"),
    *("unchangedanswer", "controlanswer", "auditevent"),
}


@pytest.fixture
def shown(db: None) -> Shown:
    """Ifan moved away at the end of his plan."""
    made = a_case_to_look_at()
    by = made.case.social_worker
    why = EndReason.MOVED
    close_case(by=by, at=moment(ENDS), person_id=made.ifan.id, on=ENDS, reason=why)
    return made


def administrator(shown: Shown) -> Any:
    body = shown.case.council_organisation_id
    return an_actor(shown.case.system, Role.ADMINISTRATOR, body, "Gwyn Keeper")


def rows(shown: Shown, *, guarded: bool) -> dict[tuple[str, int], dict[str, Any]]:
    """Every row of the council in the tables that are guarded, or in those that are not."""
    return {
        (table._meta.model_name, row["id"]): row
        for table in apps.get_models()
        if any(column.name == "council" for column in table._meta.fields)
        and getattr(table, "append_only", False) is guarded
        for row in table._default_manager.filter(council_id=shown.case.council_id).values()
    }


def test_the_words_go_and_no_guarded_row_is_touched(shown: Shown) -> None:
    hers = live(shown, shown.ifan, "Hers")
    words = [hers.canaries[where] for where in sorted(BESIDE)]
    told = repr(rows(shown, guarded=False))
    assert [word for word in words if word not in told] == []
    before = rows(shown, guarded=True)
    assert [word for word in words if word in repr(before)] == []
    apply_retention(by=administrator(shown), at=moment(MUCH_LATER), as_of=MUCH_LATER)
    told = repr(rows(shown, guarded=False))
    assert [word for word in words if word in told] == []
    after = rows(shown, guarded=True)
    assert {where: after.get(where) for where in before} == before
    assert {kind for kind, _ in before} > GUARDED
    assert verify_audit(shown.case.council_id).problem == ""


def test_what_is_read_of_them_afterwards_is_a_dash(shown: Shown) -> None:
    live(shown, shown.ifan, "Hers")
    council_id, ifan = shown.case.council_id, shown.ifan.id
    assert guard_of(council_id, ifan).hidden
    address = guard_of(council_id, ifan).address
    assert quoted_in(council_id, [f"She is at {address}"]) == ifan
    apply_retention(by=administrator(shown), at=moment(MUCH_LATER), as_of=MUCH_LATER)
    guard = guard_of(council_id, ifan)
    assert (guard.hidden, guard.address, guard.reason) == (True, "—", "—")
    assert quoted_in(council_id, [f"She is at {address}", "— and —"]) is None
    assert {one.helped_by for one in consents_of(council_id, ifan)} == {"—"}
    (opening,) = openings_of(council_id, ifan)
    assert (opening.reason, opening.words) == ("—", "—")
    versions = Person.objects.filter(pk=ifan).values_list("plans__versions", flat=True)
    assert {one.words for one in unchanged_answers(council_id, versions)} == {"—"}


def test_why_a_body_took_its_rows_out_goes_after_six_years_and_that_it_did_stays(
    shown: Shown,
) -> None:
    """Control arm: the day before, nothing of it is due."""
    by, council_id = shown.case.commissioner, shown.case.council_id
    ask_to_take_out(by=by, at=moment(ENDS), on=ENDS, reason="Nest Wyn asked for it")
    day = date(ENDS.year + 6, ENDS.month, ENDS.day)
    assert taking_out(council_id, day - timedelta(days=1)) == []
    (one,) = taking_out(council_id, day)
    assert (one.person_id, dict(one.rows)) == (None, {"exchange.takingoutreason": 1})
    before = rows(shown, guarded=True)
    apply_retention(by=administrator(shown), at=moment(day), as_of=day)
    (asked,) = asked_by(by)
    assert (asked.reason, asked.by_id) == ("—", by.user_id)
    after = rows(shown, guarded=True)
    assert {where: after.get(where) for where in before} == before
    told = AuditEvent.objects.get(action="retention.blanked", why="taking_out")
    assert (told.subject, told.subject_id, told.person_id) == ("council", council_id, None)
    assert taking_out(council_id, day) == []


def taking_out(council_id: int, day: date) -> list[Due]:
    return [one for one in due(council_id, day).due if one.rule is RetentionKey.TAKING_OUT]
