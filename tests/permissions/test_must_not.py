"""R-AC-01: each "must not" of the table of actors, by name: refused to its actor; the way that is
right is open. Rows whose pages are not here yet stand below, with the reason.
"""

import pytest

from tests.permissions.must_not import (
    COMMISSIONER,
    COORDINATOR,
    FAMILY,
    FINANCE,
    GP,
    HEALTH,
    HER,
    HOUSING,
    MANAGER,
    NURSE,
    RIVAL,
    SELF,
    SHARED,
    VOLUNTEERS,
    WORKER,
    MustNot,
    answers_as_her,
    closed,
    has,
    hides,
    insulin_from,
    lacks,
    never_says,
    no_insulin_from,
    nobody_offers_for_them,
    opens,
    refused_as_her,
    shows,
    shows_words,
    they_offer,
)
from tests.permissions.waiting import WAITS
from tests.permissions.world import Places
from whatmatters.rules.permissions import Action

ROWS = [
    MustNot("person", "overwritten by family", refused_as_her(FAMILY), answers_as_her(SELF)),
    MustNot("person", "overwritten by a worker", refused_as_her(WORKER), answers_as_her(SELF)),
    MustNot("person", "overwritten by a provider", refused_as_her(MANAGER), answers_as_her(SELF)),
    MustNot(
        "person",
        "shown as a cost",
        hides("price", "broker:council", "person_list"),
        shows("name", "broker:council", "person_list"),
    ),
    MustNot(
        "family",
        "answer as the person",
        refused_as_her(SHARED),
        has(FAMILY, Action.GIVE_FAMILY_VIEW),
    ),
    MustNot(
        "family",
        "read what is not shared",
        hides("words", FAMILY, *HER),
        shows("words", SHARED, *HER),
    ),
    MustNot("family", "be assigned care without consent", nobody_offers_for_them, they_offer),
    MustNot(
        "care worker",
        "see prices",
        lacks("care_worker:assigned", Action.SEE_PRICES),
        has("care_worker:assigned", Action.SEE_PLAN),
    ),
    MustNot(
        "care worker",
        "read who is not theirs",
        closed("care_worker:provider", *HER),
        opens("care_worker:assigned", *HER),
    ),
    MustNot(
        "care worker",
        "be paid or ranked by minutes",
        never_says("minute", "care_worker:assigned", "dashboard_mine"),
        opens("care_worker:assigned", "wage_check"),
    ),
    MustNot(
        "care worker",
        "get tasks beyond competence",
        no_insulin_from("lee_early"),
        insulin_from("mo_early"),
    ),
    MustNot(
        "team",
        "need a manager for small changes",
        lacks("finance_officer:council", Action.RECORD_SMALL_CHANGE),
        has("team_member:assigned", Action.RECORD_SMALL_CHANGE),
    ),
    MustNot(
        "provider",
        "see another provider's staff",
        closed(RIVAL, "dashboard_team", "team_id"),
        opens(MANAGER, "dashboard_team", "team_id"),
    ),
    MustNot(
        "provider",
        "see another provider's people",
        closed(RIVAL, *HER),
        shows("name", MANAGER, *HER),
    ),
    MustNot(
        "social worker",
        "write times and tasks into a plan",
        lacks(WORKER, Action.WRITE_PLAN),
        has(MANAGER, Action.WRITE_PLAN),
    ),
    MustNot(
        "commissioner",
        "read private feeds",
        lacks(COMMISSIONER, Action.SEE_CONVERSATIONS, Action.SEE_TIMELINE),
        has(COMMISSIONER, Action.SEE_OUTCOMES),
    ),
    MustNot(
        "commissioner",
        "read her words",
        hides("words", COMMISSIONER, *HER),
        shows("outcome", COMMISSIONER, *HER),
    ),
    MustNot(
        "commissioner", "pay", closed(COMMISSIONER, "run_propose"), opens(FINANCE, "run_propose")
    ),
    MustNot(
        "commissioner",
        "count minutes of a block",
        lacks(COMMISSIONER, Action.RECORD_DAYS, Action.MOVE_BANK, Action.SEE_TIMELINE),
        opens(COMMISSIONER, "block", "block_id"),
    ),
    MustNot(
        "finance officer",
        "need invoices",
        never_says('type="file"', FINANCE, "run_propose"),
        shows_words("No invoice is needed", FINANCE, "run_propose"),
    ),
    MustNot(
        "finance officer",
        "read her life",
        hides("words", FINANCE, *HER),
        opens(FINANCE, "run", "run_id"),
    ),
    MustNot(
        "scrutiny",
        "see identifiable cases",
        closed("scrutiny:council", *HER),
        opens("scrutiny:council", "dashboard_method"),
    ),
    MustNot(
        "scrutiny",
        "list people",
        closed("scrutiny:council", "person_list"),
        opens("social_worker:assigned", "person_list"),
    ),
    MustNot(
        "coordinator",
        "micromanage visits",
        closed(COORDINATOR, "rota_day", "team_id", "day"),
        opens(COORDINATOR, "dashboard_team", "team_id"),
    ),
    MustNot(
        "coordinator",
        "read a record",
        closed(COORDINATOR, *HER),
        opens(COORDINATOR, "dashboard_teams"),
    ),
    MustNot(
        "district nurse",
        "learn of changes at the door",
        shows_words("Who comes to", NURSE, "home"),
        opens(NURSE, "delivery", "person_id"),
    ),
    MustNot(
        "GP",
        "rely on software for diagnosis",
        never_says("diagnos", GP, *HER),
        shows("profile", GP, *HER),
    ),
    MustNot(
        "health board",
        "compete for the same workforce",
        closed(HEALTH, "worker_list"),
        opens(HEALTH, "shift_schemes"),
    ),
    MustNot(
        "third sector",
        "see clinical detail",
        hides("words", VOLUNTEERS, *HER),
        shows("profile", VOLUNTEERS, *HER),
    ),
    MustNot(
        "housing officer",
        "see care notes",
        hides("words", HOUSING, *HER),
        shows("profile", HOUSING, *HER),
    ),
    MustNot(
        "regulator",
        "have covert access",
        closed("regulator:council", *HER),
        opens("regulator:council", "dashboard_method"),
    ),
    MustNot(
        "planner",
        "see individuals",
        closed("planner:council", *HER),
        opens("planner:council", "dashboard"),
    ),
    MustNot(
        "evaluator",
        "re-identify",
        closed("evaluator:council", "dashboard_cases", "figure"),
        opens("evaluator:council", "dashboard"),
    ),
    MustNot(
        "administrator",
        "read a record",
        closed("administrator:council", *HER),
        opens("administrator:council", "home"),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.actor} must not {row.what}")
def test_the_actor_is_kept_from_it_and_the_right_way_is_open(places: Places, row: MustNot) -> None:
    here, _ = places
    assert row.refused(here), "this actor can do what it must not"
    assert row.right(here), "the way that is right is closed"


def test_a_row_that_is_not_kept_is_found(places: Places) -> None:
    """Control arm: asked of somebody who may, "refused" is false."""
    here, _ = places
    assert not hides("words", SHARED, *HER)(here)
    assert not closed(MANAGER, *HER)(here)
    assert not refused_as_her(SELF)(here)


def test_what_waits_says_why() -> None:
    """What no page can show yet, with the reason; no role is waited for any more."""
    assert list(WAITS) == ["broker: choose on price alone"]
