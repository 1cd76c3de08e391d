"""What those who work elsewhere may do, in full: typed from requirements, section 2."""

import pytest

from whatmatters.rules.permissions import Relationship, actions, own_rows_only
from whatmatters.rules.roles import OrganisationKind, Role
from whatmatters.rules.sharing import topics_for

FIGURES = {"open_home", "see_dashboard"}
READS = {"open_home", "see_record"}


@pytest.mark.parametrize(
    ("role", "everything"),
    [
        ("scrutiny", FIGURES | {"see_limits"}),
        ("regulator", FIGURES),
        ("planner", FIGURES),
        ("evaluator", FIGURES),
        ("health_commissioner", FIGURES | {"see_shifts", "see_limits", "keep_limits"}),
        ("coordinator", FIGURES | {"see_provider_figures", "see_team_figures"}),
        (
            "nurse",
            READS
            | {"see_profile", "see_conversations", "see_outcomes", "see_timeline", "see_delivery"},
        ),
        (
            "therapist",
            READS
            | {"see_profile", "see_conversations", "see_outcomes", "see_timeline", "see_delivery"},
        ),
        ("gp", READS | {"see_profile", "see_outcomes", "see_timeline"}),
        ("volunteer_coordinator", READS | {"see_profile", "see_outcomes"}),
        ("housing_officer", READS | {"see_profile"}),
    ],
)
def test_all_that_somebody_who_works_elsewhere_may_do(role: str, everything: set[str]) -> None:
    assert actions({Role(role)}, Relationship) == everything


def test_what_may_be_shared_with_a_body_of_each_kind() -> None:
    usual = {"profile", "conversations", "outcomes", "timeline"}
    told = {kind: topics_for(kind) for kind in OrganisationKind}
    assert told[OrganisationKind.PROVIDER] == told[OrganisationKind.THIRD_SECTOR] == usual
    assert told[OrganisationKind.HEALTH_BOARD] == usual | {"visits"}
    assert told[OrganisationKind.HOUSING] == {"profile"}


def test_a_health_board_reads_its_shifts_and_limits_and_the_figures_of_all() -> None:
    pays = {Role.HEALTH_COMMISSIONER}
    assert own_rows_only(pays, "see_shifts")
    assert own_rows_only(pays, "see_limits")
    assert own_rows_only(pays, "keep_limits")
    assert not own_rows_only(pays, "see_dashboard")
    assert not own_rows_only(pays | {Role.COMMISSIONER}, "see_shifts")
    assert not own_rows_only({Role.SCRUTINY}, "see_limits")
